import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareContent } from '../../shared/content/compareContent.ts'
import { copyContent } from '../../shared/content/contentCopy.ts'
import { type EditOrigin, incidentOf } from '../../shared/content/contentDoc.ts'
import { describeIncident, type IncidentChange, readIncident, toldOf } from '../../shared/content/incident.ts'
import { draftOfFacts, emptyDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import { restoreContent } from '../../shared/content/restoreContent.ts'
import type { Moment } from '../../shared/content/timeline.ts'
import { undoOf } from '../../shared/content/undoContent.ts'
import { noFacts } from '../../shared/triage/facts.ts'
import { exchange } from './contentRoom.ts'

const origin: EditOrigin = { by: 'person', personId: 'fay' }
const minute = (at: number): Moment => ({ at, precision: 'minute' })
const began = 1_000_000
const started = () =>
  seedContent(draftOfFacts('Checkout slowed', { ...noFacts, beganAt: began }, 'Europe/Berlin'), 0, () => 'id')
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  exchange(doc, copy)
  return copy
}
const describe = (doc: Y.Doc, change: IncidentChange) => describeIncident(doc, change, origin)

test('two people who change two times, or a time and the title, at once keep both', () => {
  const fays = started()
  const noors = copyOf(fays)
  describe(fays, { title: 'Checkout stood still', times: { detected: minute(began + 1) } })
  describe(noors, { severity: 'SEV-1', times: { resolved: minute(began + 2) } })
  exchange(fays, noors)
  exchange(noors, fays)
  for (const doc of [fays, noors])
    expect(readIncident(doc)).toMatchObject({
      title: 'Checkout stood still',
      severity: 'SEV-1',
      times: { started: minute(began), detected: minute(began + 1), resolved: minute(began + 2) },
    })
})

test('a time can be taken away, and what was changed is undone in one step', () => {
  const doc = started()
  const undo = undoOf(doc, origin)
  describe(doc, { title: 'Nothing began', services: ['search'], times: { started: null } })
  expect(readIncident(doc)?.times.started).toBeNull()
  undo.undo()
  expect(readIncident(doc)).toMatchObject({
    title: 'Checkout slowed',
    services: [],
    times: { started: minute(began) },
  })
})

test('a checkpoint tells which parts have changed, and brings all of them back', () => {
  const doc = started()
  describe(doc, { times: { mitigated: minute(began + 3) } })
  const checkpoint = copyContent(doc)
  describe(doc, { title: 'Other', times: { started: null, mitigated: minute(began + 4) } })
  expect(compareContent(checkpoint, copyContent(doc))).toEqual([
    { place: 'incident', what: 'changed', fields: ['title', 'times'] },
  ])
  restoreContent(doc, checkpoint, origin)
  expect(copyContent(doc)).toEqual(checkpoint)
})

test('a changed time nobody can read leaves the one from before', () => {
  const doc = started()
  incidentOf(doc).set('started', { at: 'at two' })
  expect(readIncident(doc)?.times.started).toEqual(minute(began))
})

test('outside the document only what the start would have taken is told', () => {
  const { incident } = emptyDraft('  x'.repeat(100), 'SEV-2')
  const times = { ...incident.times, started: minute(10.4), detected: minute(11), resolved: minute(9) }
  const services = [' pool ', '', 'a'.repeat(81), ...Array<string>(30).fill('b')]
  const told = toldOf({ ...incident, services, times })
  expect(told).toMatchObject({ beganAt: 10, noticedAt: 11, resolvedAt: null })
  expect(told.title).toHaveLength(200)
  expect(told.services.slice(0, 2)).toEqual(['pool', 'b'])
  expect(told.services.length).toBeLessThanOrEqual(20)
  expect(toldOf({ ...incident, title: ' ' }).title).toBeNull()
})
