import { expect, test } from 'vitest'
import { createEvidenceDesk } from '../../client/features/evidence/evidenceDesk.ts'
import type {
  EvidenceTold,
  GivenFile,
  SourceProgress,
} from '../../client/features/evidence/evidenceMessages.ts'
import { createReadingQueue } from '../../client/features/evidence/readingQueue.ts'
import { standingInWords } from '../../client/features/evidence/sourceStanding.ts'

const inWords = (sources: readonly SourceProgress[]) =>
  sources.map((source) => {
    if (source.is === 'waiting') return `${source.name} waits`
    if (source.is === 'masking') return `${source.name} masks ${source.done}/${source.of}`
    return `${source.name} ${source.is} ${source.count}`
  })

function queueOf(paths: readonly string[]) {
  let now = 0
  const told: string[][] = []
  const files = paths.map((path) => ({ path, content: '' }))
  const queue = createReadingQueue(
    files,
    (sources) => told.push(inWords(sources)),
    () => now,
  )
  return { queue, told, pass: (ms: number) => (now += ms) }
}

test('one source after the other is masked, then read, and counted on the way', () => {
  const { queue, told, pass } = queueOf(['a.zip', 'b.csv'])
  const next = (step: () => void) => {
    pass(250)
    step()
    return told.at(-1)
  }
  expect(told).toEqual([['a.zip waits', 'b.csv waits']])
  expect(next(() => queue.masking('a.zip', 3, 9))).toEqual(['a.zip masks 3/9', 'b.csv waits'])
  expect(next(() => queue.masking('b.csv', 0, 1))).toEqual(['a.zip waits', 'b.csv masks 0/1'])
  expect(next(() => queue.reading('a.zip', 500))).toEqual(['a.zip reading 500', 'b.csv waits'])
  expect(next(() => queue.reading('b.csv', 0))).toEqual(['a.zip read 500', 'b.csv reading 0'])
  queue.reading('b.csv', 20)
  queue.end()
  expect(told.at(-1)).toEqual(['a.zip read 500', 'b.csv read 20'])
})

test('a folder is one source: its files are counted while they are masked, what is in them while they are read', () => {
  const { queue, told, pass } = queueOf(['export/users.json', 'export/a.json', 'export/b.json'])
  pass(250)
  queue.masking('export/users.json', 0, 1)
  pass(250)
  queue.masking('export/a.json', 0, 1)
  expect(told.at(-1)).toEqual(['export masks 1/3'])
  queue.reading('export/a.json', 10)
  pass(250)
  queue.reading('export/b.json', 5)
  expect(told.at(-1)).toEqual(['export reading 15'])
})

test('it is told four times a second at most', () => {
  const { queue, told, pass } = queueOf(['a.csv'])
  for (let count = 0; count < 1_000; count++) {
    queue.reading('a.csv', count)
    pass(1)
  }
  expect(told.length).toBeLessThanOrEqual(5)
  queue.end()
  expect(told.at(-1)).toEqual(['a.csv read 999'])
})

test.each([
  ['a table', 'time,text\n', (at: string, n: number) => `${at},deployed ${n}\n`],
  ['a text', '', (at: string, n: number) => `${at} UTC deployed ${n}\n`],
])('%s of thousands of lines is counted before its end', async (_, head, line) => {
  const told: EvidenceTold[] = []
  let now = 0
  const ask = createEvidenceDesk((one) => told.push(one), { now: () => (now += 250) })
  const at = (n: number) =>
    new Date(Date.UTC(2026, 2, 11) + n * 1_000).toISOString().slice(0, 19).replace('T', ' ')
  const content = head + Array.from({ length: 2_500 }, (_, n) => line(at(n), n)).join('')
  const given: GivenFile[] = [{ path: 'long', content }]
  const settings = { answers: {}, offsetsMs: {}, names: [], masksAddresses: false, shown: [], without: [] }
  await ask({ ask: 'read', run: 1, given, settings })
  const counts = told.flatMap((one) =>
    one.told === 'progress'
      ? one.sources.flatMap((source) => (source.is === 'reading' ? source.count : []))
      : [],
  )
  expect(counts).toEqual([0, 0, 1_000, 2_000, 2_500])
})

test('a file that is too large is refused by that, and not read as an empty one', async () => {
  const told: EvidenceTold[] = []
  const ask = createEvidenceDesk((one) => told.push(one), { mostFileBytes: 10 })
  const content = new File(['2026-03-11 10:14 UTC alert'], 'large.txt')
  const settings = { answers: {}, offsetsMs: {}, names: [], masksAddresses: false, shown: [], without: [] }
  await ask({ ask: 'read', run: 1, given: [{ path: 'large.txt', content }], settings })
  const read = told.find((one) => one.told === 'read')
  expect(read?.sources.map((source) => standingInWords(source))).toEqual([
    'large.txt was not read. It is larger than what can be read in a browser; a part of it may do.',
  ])
})
