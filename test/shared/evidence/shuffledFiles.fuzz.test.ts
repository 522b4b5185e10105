import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { sampleBytes, samplesFolder } from './samples.ts'

const samples = readdirSync(samplesFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
  .map((entry) => `${entry.parentPath.split(/[\\/]/).at(-1)}/${entry.name}`)
  .filter((name) => !name.includes('real-'))
  .map(sampleBytes)

/** Something is always said, and a time is either known or asked for. */
function expectSomethingSaid(content: Uint8Array | string): void {
  for (const { drafts, problems, notes } of readEvidence([{ path: 'a file', content }], {
    ...noAnswers,
    anchor: 0,
  })) {
    expect(drafts.length + problems.length + notes.length).toBeGreaterThan(0)
    for (const { at, needs, text, endedAt } of drafts) {
      expect(text).not.toBe('')
      expect(at === null).toBe(needs.length > 0)
      if (at !== null && endedAt !== null) expect(Number.isFinite(endedAt)).toBe(true)
    }
  }
}

const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
const partOf = (bytes: Uint8Array, [from, length]: [number, number]) => {
  const start = Math.floor(from * bytes.length)
  return bytes.subarray(start, start + Math.floor(length * 400))
}

test('samples cut up, doubled and put into each other make no reader throw', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.constantFrom(...samples),
      part,
      part,
      (one, other, cut, put) => {
        const removed = partOf(one, cut)
        const at = removed.byteOffset - one.byteOffset
        expectSomethingSaid(
          Uint8Array.from([
            ...one.subarray(0, at),
            ...partOf(other, put),
            ...one.subarray(at + removed.length),
          ]),
        )
      },
    ),
    { numRuns: 200, seed: 4127 },
  )
})

const written = fc.constantFrom(
  ...'10:14|10.14|10h14|1014 UTC|9:37 AM|11pm-ish|~10:20|± 17:20|24:00|10:14-10:44|10:14 – 2026-03-12 01:10|T+3|T+1h 5m|2026-03-11|11.3.2026|03/04/2025|31/12|(10/28 13:37)|Mar 11|2026-02-31|1773224050|UTC|(PST)|IST|+02:00|US/Pacific|Europe/Nowhere|Yesterday|Next day|Wed|Duration: 0:56'.split(
    '|',
  ),
)
const around = fc.constantFrom(
  ...' |\n|\n\n|, |; | and | at |At |By |- || | |[|]|: | – |**|### |Mei Lin|Mei Lin:|APP|👍|3|6 replies|View thread|(edited)|error rate up|\t|"|\u202f|\u0000'.split(
    '|',
  ),
)

test('times and what stands around them, in any order, make no reader throw', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(written, around), { maxLength: 40 }), (tokens) => {
      const text = tokens.join('')
      for (const content of [
        text,
        `2026-03-11\n${text}`,
        `time,what\n${text}`,
        `| Time (UTC) | What |\n|--|--|\n| ${text}`,
      ])
        expectSomethingSaid(content)
    }),
    { numRuns: 400, seed: 4127 },
  )
})
