import { eventKinds } from '../../../shared/evidence/eventKinds.ts'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { createMask, type MaskedValue } from '../../../shared/evidence/masking/maskEvidence.ts'
import { type MaskedFile, maskFiles } from '../../../shared/evidence/masking/maskFiles.ts'
import { mergeDrafts } from '../../../shared/evidence/mergeDrafts.ts'
import {
  type EvidenceFile,
  type EvidenceReading,
  type OnRead,
  readEvidence,
} from '../../../shared/evidence/readEvidence.ts'
import { describeSource } from './describeSource.ts'
import type { EvidenceAsk, EvidenceTold, GivenFile, ReadSettings } from './evidenceMessages.ts'
import { keepSources } from './keepSources.ts'
import { inThreads, offerRows } from './offerRows.ts'
import { createReadingQueue } from './readingQueue.ts'
import { sourceOf } from './sourceOf.ts'

/** Files that came by one gesture: who is who in a Slack export stands in another of them. */
type Batch = { files: EvidenceFile[]; masked: MaskedFile[]; maskedBy: string; values: MaskedValue[] }

const ROWS_AT_ONCE = 500
/** Between two portions, or the page takes one after the other and draws nothing in between. */
const PAUSE_MS = 8
/** More than this many that look worth it are too many to choose for anybody. */
const MOST_SUGGESTED = 200
/** A file beyond this would not be taken by the server either. */
const MOST_FILE_BYTES = 400_000_000

/** What goes on in the worker: it masks, reads, and sends what was masked. Nothing else of a file leaves it. */
export function createEvidenceDesk(
  tell: (told: EvidenceTold) => void,
  { now = () => performance.now(), mostFileBytes = MOST_FILE_BYTES } = {},
) {
  const batches: Batch[] = []
  const tooLarge = new Set<string>()
  const needsAtFirst = new Map<string, ReturnType<typeof describeSource>['needs']>()

  const read = async (run: number, settings: ReadSettings) => {
    const isIn = ({ path }: EvidenceFile) => !settings.without.includes(sourceOf(path))
    const queue = createReadingQueue(
      batches.flatMap(({ files }) => files).filter(isIn),
      (sources) => tell({ run, told: 'progress', sources }),
      now,
    )
    const maskKey = JSON.stringify([settings.names, settings.masksAddresses, settings.shown])
    for (const batch of batches) {
      if (batch.maskedBy === maskKey) continue
      const mask = createMask({
        names: settings.names,
        addresses: settings.masksAddresses,
        shown: new Set(settings.shown),
      })
      batch.masked = maskFiles(batch.files, mask, queue.masking)
      batch.values = mask.found()
      batch.maskedBy = maskKey
    }
    const readings = batches.flatMap((batch) => readBatch(batch, settings, queue.reading))
    queue.end()
    const sources = [...new Set(readings.map(({ path }) => sourceOf(path)))].map((name) => {
      const ofIt = readings.filter(({ path }) => sourceOf(path) === name)
      const described = describeSource(name, ofIt, leftOutOf(name), tooLarge.has(name))
      const needs = needsAtFirst.get(name) ?? described.needs
      needsAtFirst.set(name, needs)
      return { ...described, needs }
    })
    const offsets = readings.map(({ path }) => settings.offsetsMs[sourceOf(path)] ?? 0)
    const rows = offerRows(inThreads(mergeDrafts(readings, offsets)), readings)
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      if (from > 0) await new Promise((done) => setTimeout(done, PAUSE_MS))
      tell({ run, told: 'rows', rows: rows.slice(from, from + ROWS_AT_ONCE) })
    }
    const worthIt = rows.filter(({ kindHint, deleted }) => kindHint !== 'other' && !deleted)
    tell({
      run,
      told: 'read',
      sources,
      masked: batches.flatMap(({ values }) => values),
      kinds: eventKinds.filter((kind) => rows.some(({ kindHint }) => kindHint === kind)),
      suggested: worthIt.length <= MOST_SUGGESTED ? worthIt.map(({ identity }) => identity) : [],
    })
  }

  const leftOutOf = (name: string) =>
    batches.flatMap(({ masked }) => masked).filter(({ path }) => sourceOf(path) === name)

  return async (asked: EvidenceAsk): Promise<void> => {
    const { run } = asked
    try {
      if (asked.ask === 'read') {
        const taken = new Set(batches.flatMap(({ files }) => files.map(({ path }) => path)))
        const files = await Promise.all(asked.given.map((file) => contentOf(file, taken, mostFileBytes)))
        for (const { path } of files.filter(({ isTooLarge }) => isTooLarge)) tooLarge.add(sourceOf(path))
        batches.push({ files, masked: [], maskedBy: '', values: [] })
        await read(run, asked.settings)
      } else if (asked.ask === 'settle') {
        await read(run, asked.settings)
      } else {
        const masked = batches.flatMap((batch) => batch.masked)
        tell({ run, told: 'kept', ...(await keepSources(asked, masked)) })
      }
    } catch {
      tell({ run, told: 'failed' })
    }
  }
}

/** Each source is read with its own answers, beside all the others of its batch. */
function readBatch({ masked }: Batch, { answers, without }: ReadSettings, onRead: OnRead): EvidenceReading[] {
  const names = [...new Set(masked.map(({ path }) => sourceOf(path)))].filter(
    (name) => !without.includes(name),
  )
  const byAnswers = Map.groupBy(names, (name) => JSON.stringify(answers[name] ?? noAnswers))
  return [...byAnswers.values()].flatMap((alike) => {
    const [first = ''] = alike
    const readings = readEvidence(masked, answers[first] ?? noAnswers, (path, count) => {
      if (alike.includes(sourceOf(path))) onRead(path, count) // the others only tell who is who
    })
    return readings.filter(({ path }) => alike.includes(sourceOf(path)))
  })
}

/** Two files of one name stay two. */
async function contentOf(
  { path, content }: GivenFile,
  taken: Set<string>,
  mostBytes: number,
): Promise<EvidenceFile & { isTooLarge?: true }> {
  let unique = path
  for (let count = 2; taken.has(unique); count++)
    unique = path.replace(/^[^/]*/, (top) => `${top} (${count})`)
  taken.add(unique)
  if (typeof content === 'string') return { path: unique, content }
  if (content.size > mostBytes) return { path: unique, content: '', isTooLarge: true }
  return { path: unique, content: new Uint8Array(await content.arrayBuffer()) }
}
