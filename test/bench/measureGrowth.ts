import type { BenchPlan } from './benchPlan.ts'
import type { Say } from './benchServer.ts'
import { type Figure, figureOf } from './figure.ts'
import { type Grown, growDocument } from './growDocument.ts'

const KIB = 1024
/** While a document is small, the log it may have beside it is a multiple of it: the last tenth counts. */
const COUNTED_SHARE = 0.1

/**
 * What a hundred hours of editing leave behind, beside a document that was given today's content and nothing else.
 * `grownOnDisk` is what everybody's leaving leaves; `grownOnDiskAtMost` the most it took while people were typing.
 */
export async function measureGrowth({ growthSessions }: BenchPlan, say: Say): Promise<Figure[]> {
  const sessions: Grown[] = []
  for await (const grown of growDocument(growthSessions)) sessions.push(grown)
  const last = sessions.at(-1)
  if (!last) throw new Error('Nothing was edited.')
  const counted = sessions.slice(-Math.ceil(sessions.length * COUNTED_SHARE))
  const most = Math.max(...counted.map(({ onDiskAtMost }) => onDiskAtMost))
  const { contentAlone, document, onDiskAtRest, checkpoints, checkpointBytes } = last
  const kib = (bytes: number) => bytes / KIB
  const eachKib = kib(checkpointBytes / checkpoints).toFixed(0)
  say(`${growthSessions * 2} hours of editing: ${checkpoints} checkpoints of ${eachKib} KiB each`)
  const figure = (id: string, bytes: number) =>
    figureOf(id, 'KiB', { ours: [kib(bytes)], contentAlone: [kib(contentAlone)] })
  return [
    figure('grownDocument', document),
    figure('grownOnDisk', onDiskAtRest),
    figure('grownOnDiskAtMost', most),
  ]
}
