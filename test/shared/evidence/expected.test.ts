import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { eventKinds } from '../../../shared/evidence/eventKinds.ts'
import { evidenceFormats } from '../../../shared/evidence/evidenceFormats.ts'
import { iso, readSample, samplesFolder } from './samples.ts'

const expectation = z.object({
  native_id: z.nullable(z.string()),
  at_utc: z.string(),
  text_contains: z.string(),
  kind_hint: z.enum(eventKinds),
  actor: z.nullable(z.string()),
  thread_of: z.optional(z.string()),
  thread_root: z.optional(z.boolean()),
  edited: z.optional(z.boolean()),
  also_start: z.optional(z.string()),
  start: z.optional(z.string()),
  end: z.optional(z.string()),
  last: z.optional(z.string()),
  count: z.optional(z.number()),
})
const expected = z
  .object({ files: z.record(z.string(), z.array(expectation)) })
  .parse(JSON.parse(readFileSync(new URL('expected.json', samplesFolder), 'utf8')))

const names = readdirSync(samplesFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
  .map((entry) => `${entry.parentPath.split(/[\\/]/).at(-1)}/${entry.name}`)

/** The name of the folder a sample is in is the name of its format. */
const folderOf = (name: string) => name.split('/')[0]

test('there are 23 formats to try, and each of them is one that is read', () => {
  const folders = new Set(names.map(folderOf))
  expect(folders.size).toBe(23)
  expect([...new Set(evidenceFormats.map(({ name }) => name))].sort()).toEqual([...folders].sort())
})

describe.each(names)('%s', (name) => {
  // Its one row without a zone, and Jira's dates, are expected in UTC; whoever imports says so.
  const readings = readSample(name, { zone: 'UTC' })
  const drafts = readings.flatMap((reading) => reading.drafts)

  test('is recognised by its content, and has no problem', () => {
    expect(new Set(readings.map(({ format }) => format))).toEqual(new Set([folderOf(name)]))
    expect(readings.flatMap(({ problems }) => problems)).toEqual([])
    expect(drafts.length).toBeGreaterThan(0)
  })

  test('has a time for everything in it', () => {
    expect(drafts.filter(({ at, needs }) => at === null || needs.length > 0)).toEqual([])
  })
})

describe.each(Object.entries(expected.files))('%s', (name, wanted) => {
  const drafts = readSample(name, { zone: 'UTC' }).flatMap((reading) => reading.drafts)

  test('holds what is expected, each time and text, and nothing else', () => {
    for (const want of wanted) {
      const found = drafts.find(
        (draft) =>
          draft.nativeId === want.native_id &&
          iso(draft.at) === want.at_utc &&
          draft.text.toLowerCase().includes(want.text_contains.toLowerCase()),
      )
      expect(found, `${want.native_id} ${want.at_utc} ${want.text_contains}`).toBeDefined()
      if (!found) continue
      if (want.actor !== null) expect(found.actor).toBe(want.actor)
      if (want.thread_of) expect(found.thread).toBe(want.thread_of)
      if (want.thread_root) expect(found.thread).toBe(found.nativeId)
      if (want.edited !== undefined) expect(found.edited).toBe(want.edited)
      const begins = want.also_start ?? want.start
      if (begins) expect(iso(found.startedAt)).toBe(begins)
      const ends = want.end ?? want.last
      if (ends) expect(iso(found.endedAt)).toBe(ends)
      if (want.count) expect(found.count).toBe(want.count)
    }
    const ofStarts = wanted.filter(({ also_start }) => also_start).length // a resolved alert tells when it began, too
    expect(drafts).toHaveLength(wanted.length + ofStarts)
  })
})

test('the kinds that are suggested are the expected ones', () => {
  const all = Object.entries(expected.files).flatMap(([name, wanted]) => {
    const drafts = readSample(name, { zone: 'UTC' }).flatMap((reading) => reading.drafts)
    return wanted.map((want) => {
      const found = drafts.find(({ nativeId, at }) => nativeId === want.native_id && iso(at) === want.at_utc)
      return { want, got: found?.kindHint, text: found?.text }
    })
  })
  const others = all.filter(({ want, got }) => want.kind_hint !== got)
  expect(others.map(({ want, got, text }) => [want.kind_hint, got, text])).toEqual([])
})
