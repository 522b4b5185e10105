import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EvidenceDraft, noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { type EvidenceReading, readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { sampleBytes, samplesFolder } from './samples.ts'

const names = readdirSync(samplesFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
  .map((entry) => `${entry.parentPath.split(/[\\/]/).at(-1)}/${entry.name}`)

const read = (content: Uint8Array): EvidenceReading[] =>
  readEvidence([{ path: 'a file', content }], { ...noAnswers, zone: 'UTC' })

/** Where the names of fields stand: misspelt, they are names of other fields, which nobody knows to be missing. */
function keysIn(bytes: Uint8Array): [number, number][] {
  const text = new TextDecoder('latin1').decode(bytes)
  return [...text.matchAll(/"[^"\n\\]*"\s*:/g)].map(({ 0: key, index }) => [index, index + key.length])
}

/** What stays of a draft whatever happens to others. */
const keyOf = ({ nativeId, text }: EvidenceDraft) => nativeId ?? text
const keysOf = (readings: readonly EvidenceReading[]) =>
  readings.flatMap(({ drafts }) => drafts.map((draft) => `${keyOf(draft)} ${draft.at}`))
const saidBy = (readings: readonly EvidenceReading[]) =>
  readings.flatMap(({ problems, notes }) => [
    ...problems.map(({ problem }) => problem),
    ...notes.map(({ note }) => note),
  ])

function expectNothingLostInSilence(
  before: EvidenceReading[],
  after: EvidenceReading[],
  mayChange: number,
): void {
  const kept = new Set(keysOf(after))
  const words = after.flatMap(({ drafts }) => drafts.map(({ text }) => text)).join('\n')
  const lost = before
    .flatMap(({ drafts }) => drafts)
    .filter((draft) => !kept.has(`${keyOf(draft)} ${draft.at}`) && !words.includes(draft.text))
  if (lost.length <= mayChange) return
  const saidBefore = new Set(saidBy(before))
  const isSaid = saidBy(after).some((said) => !saidBefore.has(said))
  expect(isSaid, JSON.stringify(lost).slice(0, 300)).toBe(true)
}

/** The largest takes longest to read. */
const runsOf = (bytes: Uint8Array) => (bytes.length > 20_000 ? 15 : 60)

describe.each(names)('%s', (name) => {
  const bytes = sampleBytes(name)
  const whole = read(bytes)
  const keys = name.includes('.json') ? keysIn(bytes) : []

  test('cut off anywhere, gives what stood whole before, and says that it is cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        // A table or a text that ends between two lines looks whole.
        const mayBeCut = /\.(?:csv|txt|md)$/.test(name) ? Number.POSITIVE_INFINITY : 0
        expectNothingLostInSilence(whole, read(bytes.slice(0, length)), mayBeCut)
      }),
      { numRuns: runsOf(bytes), seed: 4127 },
    )
  })

  test('with bytes that are wrong, loses no more than those without a word', () => {
    const damage = fc.record({
      at: fc.integer({ min: 0, max: bytes.length - 1 }),
      byte: fc.integer({ min: 0, max: 255 }),
    })
    fc.assert(
      fc.property(damage, ({ at, byte }) => {
        fc.pre(!keys.some(([from, to]) => at >= from && at < to))
        const damaged = Uint8Array.from(bytes)
        damaged[at] = byte
        expectNothingLostInSilence(whole, read(damaged), 1)
      }),
      { numRuns: runsOf(bytes), seed: 4127 },
    )
  })
})

test('no bytes at all, and no text, make a reader throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
      (bytes, text) => {
        const table = `LAST SEEN   REASON   SUBOBJECT   MESSAGE   COUNT\n47s         BackOff  ${text}\n`
        const notes = [
          `10:14 ${text}`,
          `time,what\n2026-03-11,${text}\n`,
          `kind: Event\napiVersion: v1\n${text}`,
        ]
        for (const content of [bytes, text, table, ...notes]) {
          const readings = readEvidence([{ path: 'a file', content }], noAnswers)
          for (const { drafts, problems, notes } of readings) {
            expect(drafts.length + problems.length + notes.length).toBeGreaterThan(0)
            for (const { text, at, needs } of drafts) {
              expect(text).not.toBe('')
              expect(at === null).toBe(needs.length > 0)
            }
          }
        }
      },
    ),
    { numRuns: 300, seed: 4127 },
  )
}, 30_000)
