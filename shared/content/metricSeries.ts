import * as Y from 'yjs'
import * as z from 'zod/mini'
import { type MetricSeriesId, metricSeriesId, personId } from '../ids.ts'
import { type EditOrigin, metricSeriesOf } from './contentDoc.ts'
import { instant, orNull } from './fields.ts'
import { type RecordView, readRecords, viewRecords } from './records.ts'

/** A line on a screen has no room for more, and everybody in the room is sent them. */
export const MOST_POINTS = 2_000
export const MOST_SERIES = 12

const value = z.number().check(z.gte(-1e100), z.lte(1e100))
/** Time in ms and value in turn: half the size of pairs in the document. */
const points = z.array(z.number()).check(
  z.maxLength(2 * MOST_POINTS),
  z.refine(
    (flat) =>
      flat.length > 0 &&
      flat.length % 2 === 0 &&
      flat.every((part, index) =>
        index % 2 === 0
          ? instant.safeParse(part).success && (index === 0 || part >= (flat[index - 2] ?? part))
          : value.safeParse(part).success,
      ),
  ),
)

/** What was measured, beside what is told: one line over time. Written once, never edited. */
export const metricSeries = z.object({
  id: metricSeriesId,
  name: z.string().check(z.maxLength(200)),
  unit: z.catch(z.string().check(z.maxLength(40)), ''),
  points,
  /** How many points the file had; more than there are here where it was thinned. */
  measured: z.catch(z.number(), 0),
  fileName: z.catch(z.string().check(z.maxLength(255)), ''),
  by: orNull(personId),
  createdAt: z.catch(instant, 0),
})
export type MetricSeries = z.infer<typeof metricSeries>

export type MetricPoint = { at: number; value: number }

const inOrder = (a: MetricSeries, b: MetricSeries): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

export const readMetricSeries = (doc: Y.Doc): MetricSeries[] =>
  readRecords(metricSeriesOf(doc), metricSeries).sort(inOrder)
export const viewMetricSeries = (doc: Y.Doc): RecordView<MetricSeries> =>
  viewRecords(metricSeriesOf(doc), metricSeries, inOrder)

export const pointsOf = ({ points: flat }: Pick<MetricSeries, 'points'>): MetricPoint[] =>
  flat.flatMap((at, index) => (index % 2 === 0 ? { at, value: flat[index + 1] ?? 0 } : [])) // there is one for each

export const flatPoints = (points: readonly MetricPoint[]): number[] =>
  points.flatMap(({ at, value }) => [at, value])

export function addMetricSeries(doc: Y.Doc, series: MetricSeries, origin: EditOrigin): void {
  const { id, ...fields } = series
  doc.transact(() => metricSeriesOf(doc).set(id, new Y.Map<unknown>(Object.entries(fields))), origin)
}

export function removeMetricSeries(doc: Y.Doc, id: MetricSeriesId, origin: EditOrigin): void {
  doc.transact(() => metricSeriesOf(doc).delete(id), origin)
}
