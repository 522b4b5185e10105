import type { MetricPoint, MetricSeries } from '../content/metricSeries.ts'
import { pointsOf } from '../content/metricSeries.ts'
import { timeBeside } from '../time/momentInWords.ts'

/** Four figures are more than anybody hears. */
export const valueInWords = (value: number, unit: string): string => {
  const rounded = Number(value.toPrecision(4))
  const figure =
    Math.abs(rounded) >= 1e12 || (rounded !== 0 && Math.abs(rounded) < 1e-4)
      ? String(rounded)
      : rounded.toLocaleString('en-GB', { maximumFractionDigits: 8 })
  return unit === '' ? figure : `${figure}${unit === '%' ? '' : ' '}${unit}`
}

/** What could be read off it at the horizon: later points are in no word of it. */
export const pointsUntil = (points: readonly MetricPoint[], horizonAt: number | null): MetricPoint[] =>
  points.filter(({ at }) => horizonAt === null || at <= horizonAt)

/** The first of them where several are alike. */
export const lowestOf = (points: readonly MetricPoint[]): MetricPoint | undefined =>
  points.reduce<MetricPoint | undefined>(
    (low, point) => (low && low.value <= point.value ? low : point),
    undefined,
  )
export const highestOf = (points: readonly MetricPoint[]): MetricPoint | undefined =>
  points.reduce<MetricPoint | undefined>(
    (high, point) => (high && high.value >= point.value ? high : point),
    undefined,
  )

/** The picture of a series, for whoever does not see it. */
export function metricInWords(series: MetricSeries, horizonAt: number | null, zone: string): string {
  const known = pointsUntil(pointsOf(series), horizonAt)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return `${series.name}: nothing was measured yet.`
  const time = ({ at }: MetricPoint) => timeBeside(at, first.at, zone)
  const told = ({ value }: MetricPoint) => valueInWords(value, series.unit)
  const [lowest, highest] = [lowestOf(known) ?? first, highestOf(known) ?? first]
  const span = `${series.name}, from ${time(first)} to ${time(last)}.`
  const ends = `Lowest ${told(lowest)} at ${time(lowest)}, highest ${told(highest)} at ${time(highest)}.`
  const here = horizonAt === null ? `Last ${told(last)}.` : `At the horizon ${told(last)}.`
  return `${span} ${ends} ${here}`
}
