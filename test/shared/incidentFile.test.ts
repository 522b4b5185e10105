import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readActionItems } from '../../shared/content/actionItems.ts'
import { readCards } from '../../shared/content/cards.ts'
import { readImpact, readIncident } from '../../shared/content/incident.ts'
import { seedContent } from '../../shared/content/postmortemDraft.ts'
import { readTimeline } from '../../shared/content/timeline.ts'
import { MOST_FILE_CHARACTERS, parseIncidentFile } from '../../shared/evidence/incidentFile.ts'

const folder = new URL('../evidence/incidents/', import.meta.url)
const fileNames = readdirSync(folder).filter((name) => name.endsWith('.json'))
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const gitlabText = textOf('gitlab-2017-01-31.json')

function draftOf(text: string) {
  const parsed = parseIncidentFile(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}

function problemsOf(text: string) {
  const parsed = parseIncidentFile(text)
  expect(parsed).not.toHaveProperty('value')
  return parsed.ok ? [] : parsed.problem
}

test('there are 28 incidents to try', () => {
  expect(fileNames).toHaveLength(28)
})

test.each(fileNames)('%s imports whole, and its document reads back as the draft', (name) => {
  const draft = draftOf(textOf(name))
  let made = 0
  const doc = seedContent(draft, 1_000, () => `id${made++}`)
  expect(readIncident(doc)).toEqual(draft.incident)
  expect(readImpact(doc)).toBe(draft.impact)
  const timeline = readTimeline(doc).map(({ occurred, kind, stage, text, sourceUrl }) => ({
    occurred,
    kind,
    stage,
    text,
    sourceUrl,
  }))
  expect(timeline).toHaveLength(draft.timeline.length)
  expect(timeline).toEqual(draft.timeline.toSorted((a, b) => a.occurred.at - b.occurred.at))
  const cards = readCards(doc).map(({ place, text, factor }) => ({ kind: place.kind, text, factor }))
  expect(cards).toHaveLength(draft.cards.length)
  expect(cards).toEqual(expect.arrayContaining(draft.cards))
  expect(readActionItems(doc).map(({ outcome, owner, dueOn }) => ({ outcome, owner, dueOn }))).toEqual(
    draft.actionItems,
  )
  expect(draft.incident.sources.length).toBeGreaterThan(0)
})

describe('the GitLab incident', () => {
  const draft = draftOf(gitlabText)

  test('keeps each time as exact as it is known, and no more', () => {
    expect(draft.incident.times).toEqual({
      started: { at: Date.UTC(2017, 0, 31, 18), precision: 'hour' },
      detected: { at: Date.UTC(2017, 0, 31, 18), precision: 'hour' },
      declared: null,
      mitigated: { at: Date.UTC(2017, 1, 1, 17), precision: 'minute' },
      resolved: { at: Date.UTC(2017, 1, 1, 18, 14), precision: 'minute' },
    })
    const count = (precision: string) =>
      draft.timeline.filter(({ occurred }) => occurred.precision === precision)
    expect(['minute', 'approx', 'hour', 'order', 'day'].map((precision) => count(precision).length)).toEqual([
      3, 3, 3, 4, 0,
    ])
  })

  test('brings its title, services, impact and sources', () => {
    expect(draft.incident).toMatchObject({
      title: 'Primary database directory removed during replication repair',
      severity: null,
      zone: 'UTC',
    })
    expect(draft.incident.services).toHaveLength(5)
    expect(draft.impact).toContain('roughly 18 hours')
    expect(draft.incident.impactFacts).toHaveLength(8)
    expect(draft.incident.impactFacts).toContainEqual({ metric: 'data_left', value: 4.5, unit: 'GB' })
    expect(draft.incident.sources).toHaveLength(2)
  })

  test('tells the removal on the wrong host as a decision, and links every event to its source', () => {
    expect(draft.timeline).toHaveLength(13)
    const decisions = draft.timeline.filter(({ kind }) => kind === 'decision')
    expect(decisions).toMatchObject([
      {
        stage: 'diagnosis',
        occurred: { precision: 'order' },
        text: expect.stringContaining('db1 (primary)'),
      },
    ])
    expect(draft.timeline.map(({ stage }) => stage)).toEqual([
      null,
      'signal',
      'signal',
      'mitigation',
      'detection',
      'mitigation',
      'diagnosis',
      'diagnosis',
      'mitigation',
      'diagnosis',
      'mitigation',
      'recovery',
      'resolution',
    ])
    expect(draft.timeline.every(({ sourceUrl }) => sourceUrl === draft.incident.sources[0])).toBe(true)
  })

  test('makes cards of trigger, factors, what went well and luck, and ideas of the actions', () => {
    const count = (kind: string, factor: string | null) =>
      draft.cards.filter((card) => card.kind === kind && card.factor === factor).length
    expect(count('interpretation', 'trigger')).toBe(1)
    expect(count('interpretation', 'contributingFactor')).toBe(8)
    expect(count('wentWell', null)).toBe(2)
    expect(count('luck', null)).toBe(1)
    expect(draft.cards).toHaveLength(12)
    expect(draft.actionItems).toHaveLength(6)
    expect(draft.actionItems[0]).toEqual({
      outcome: 'Name an owner for data durability',
      owner: null,
      dueOn: null,
    })
  })
})

/** The GitLab file with another value at each path, written like `timeline[3].at`; undefined leaves the field out. */
function gitlabWith(valueByPath: Record<string, unknown>): string {
  const file: unknown = JSON.parse(gitlabText)
  for (const [path, value] of Object.entries(valueByPath)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop() ?? ''
    // Every step but the last leads through an object or a list of the file.
    const inside = steps.reduce((at, step) => (at as Record<string, unknown>)[step], file)
    ;(inside as Record<string, unknown>)[last] = value
  }
  return JSON.stringify(file)
}

test.each<[string, string, unknown, RegExp]>([
  ['no title', 'title', undefined, /is missing/],
  ['a title that is a number', 'title', 7, /is 7; expected string/],
  ['an empty title', 'title', '   ', /is empty/],
  ['no timeline', 'timeline', undefined, /is missing/],
  ['an unknown precision', 'timeline[3].precision', 'second', /“second”/],
  ['an unknown kind', 'timeline[0].kind', 'blame', /“blame”; expected “deploy”/],
  ['a time without its offset', 'timeline[2].at', '2017-01-31T21:00:00', /offset/],
  ['a day that does not exist', 'timeline[2].at', '2017-02-31T21:00:00Z', /offset/],
  ['a time in words', 'times.started.at', 'noonZ', /offset/],
  ['a time that is a number', 'times.resolved.at', 5, /is 5; expected string/],
  ['an unknown zone', 'zone', 'Mars/Base', /time zone name/],
  ['another format', 'schema', 'evidence-incident/2', /“evidence-incident\/1”/],
  ['a due date in words', 'action_items[5].due', 'soon', /not written as expected/],
  ['a value in words', 'impact.facts[0].value', '18', /expected number/],
  ['a factor that is null', 'contributing_factors[1]', null, /is null/],
  ['a text without end', 'trigger', 'x'.repeat(20_001), /at most 20000/],
  [
    'an event list without end',
    'timeline',
    Array(5_001).fill(JSON.parse(gitlabText).timeline[0]),
    /at most 5000/,
  ],
])('a file with %s names the path and the reason, and yields no draft', (_what, path, value, reason) => {
  expect(problemsOf(gitlabWith({ [path]: value }))).toEqual([
    { path, problem: expect.stringMatching(reason) },
  ])
})

test('all problems of a file come at once', () => {
  const text = gitlabWith({ title: undefined, zone: 'Mars/Base', 'timeline[1].at': 'x' })
  expect(problemsOf(text).map(({ path }) => path)).toEqual(['title', 'zone', 'timeline[1].at'])
})

test.each([
  ['cut off', gitlabText.slice(0, gitlabText.indexOf('"severity"')), /^line \d+$/],
  ['with a comma too many', '{\n "a": 1,\n "b": 2,\n}', /^line 4$/],
  ['with a word in it', '{\n "a": nope\n}', /^line 2$/],
  ['empty', '', /^line 1$/],
  ['that is an image', '\u0089PNG\r\n', /^line 1$/],
])('a file %s names the line where the JSON breaks', (_what, text, path) => {
  expect(problemsOf(text)).toEqual([
    { path: expect.stringMatching(path), problem: expect.stringContaining('JSON') },
  ])
})

test('a file cut off in the middle is broken where it ends', () => {
  const cut = gitlabText.slice(0, gitlabText.indexOf('"severity"'))
  expect(problemsOf(cut)[0]?.path).toBe(`line ${cut.trimEnd().split('\n').length}`)
})

test.each(['null', '[]', '7', '"text"', '{}'])('%s is JSON, but no incident', (text) => {
  expect(problemsOf(text).length).toBeGreaterThan(0)
})

test('a file of three million characters is refused before it is read', () => {
  const text = `{"title":"${'x'.repeat(3_000_000)}"}`
  expect(problemsOf(text)).toEqual([
    { path: 'file', problem: `is larger than ${MOST_FILE_CHARACTERS / 1e6} million characters` },
  ])
})

test('keys that name the prototype are ignored, wherever they stand', () => {
  const evil = '"__proto__":{"polluted":1,"severity":"SEV-0"},"constructor":{"prototype":{"polluted":1}},'
  const draft = draftOf(gitlabText.replaceAll(/\{(?=\s*")/g, `{${evil}`))
  expect(draft).toEqual(draftOf(gitlabText))
  expect({}).not.toHaveProperty('polluted')
})

test('a byte order mark and fields of a newer writer do no harm', () => {
  expect(draftOf(`\uFEFF${gitlabWith({ unheardOf: { a: [1] } })}`)).toEqual(draftOf(gitlabText))
})

test('a source that is no web address is left out and the others stay', () => {
  const text = gitlabWith({ 'sources[1].url': 'javascript:alert(1)' })
  expect(draftOf(text).incident.sources).toEqual([draftOf(gitlabText).incident.sources[0]])
})

test.each([
  '2017-01-31T18:00:00+01:00',
  '2017-01-31T18:00:00+0100',
  '2017-01-31T17:00Z',
  '2017-01-31T17:00:00.000Z',
])('the time %s is read with its offset', (at) => {
  const text = gitlabWith({ 'timeline[0].at': at })
  expect(draftOf(text).timeline[0]?.occurred.at).toBe(Date.UTC(2017, 0, 31, 17))
})

test('a stated severity is kept where it is one of ours', () => {
  const stating = (stated: string) => gitlabWith({ 'severity.stated': stated })
  expect(draftOf(stating('SEV-1')).incident.severity).toBe('SEV-1')
  expect(draftOf(stating('P0')).incident.severity).toBeNull()
})

test('whatever happens to a file, reading it gives a draft or named problems and never throws', () => {
  const damage = fc.oneof(
    fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), insert: fc.string({ maxLength: 6 }) }),
    fc.record({
      at: fc.nat(),
      remove: fc.constant(1),
      insert: fc.constantFrom('{', '}', '[', ']', '"', ',', 'null', '1e999', '\\u0000'),
    }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...fileNames),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      (name, damages) => {
        const text = damages.reduce((whole, { at, remove, insert }) => {
          const from = at % whole.length
          return whole.slice(0, from) + insert + whole.slice(from + remove)
        }, textOf(name))
        const parsed = parseIncidentFile(text)
        if (parsed.ok) return
        expect(parsed.problem.length).toBeGreaterThan(0)
        for (const { path, problem } of parsed.problem) expect([path, problem]).not.toContain('')
      },
    ),
    { numRuns: 200 },
  )
})

test('whatever JSON stands in a field, reading it never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(JSON.parse(gitlabText))), fc.jsonValue(), (field, value) => {
      const parsed = parseIncidentFile(JSON.stringify({ ...JSON.parse(gitlabText), [field]: value }))
      if (!parsed.ok) expect(parsed.problem.every(({ path }) => path.startsWith(field))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
