import type { MetricPoint } from '../../shared/content/metricSeries.ts'
import type { TimelineEvent } from '../../shared/content/timeline.ts'

export type Span = { from: number; to: number }

/** The drawing's own units; the page stretches it to the room there is. */
export const PICTURE = { width: 1000, height: 100 }

/** From the first to the last event whose time is known, with the picture to the same scale; the metric's own time without any. */
export function spanOf(timeline: readonly TimelineEvent[], points: readonly MetricPoint[]): Span {
  const times = timeline.flatMap(({ occurred: { at, precision } }) => (precision === 'order' ? [] : [at]))
  const told = { from: Math.min(...times), to: Math.max(...times) }
  const measured = { from: points[0]?.at ?? 0, to: points.at(-1)?.at ?? 0 }
  const overlaps = told.to > told.from && measured.to >= told.from && measured.from <= told.to
  return overlaps ? told : measured
}

export const placeIn = ({ from, to }: Span, at: number): number => (at - from) / Math.max(to - from, 1)

/** From the lowest to the highest value that is shown. Halves, since the whole may be more than a number holds. */
export function heightsOf(points: readonly MetricPoint[]): (value: number) => number {
  const values = points.map(({ value }) => value / 2)
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  return (value) => (high > low ? (value / 2 - low) / (high - low) : 0.5)
}

/** A line as an SVG path; empty for fewer than two points. */
export function metricPath(
  points: readonly MetricPoint[],
  span: Span,
  heightOf: (value: number) => number,
): string {
  if (points.length < 2) return ''
  const places = points.map(({ at, value }) => {
    const x = placeIn(span, at) * PICTURE.width
    const y = (1 - heightOf(value)) * PICTURE.height
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M${places.join('L')}`
}

/** Those in the span, and one on either side, so that the line goes to the edge. */
export function pointsWithin(points: readonly MetricPoint[], { from, to }: Span): MetricPoint[] {
  const first = points.findIndex(({ at }) => at >= from)
  const last = points.findLastIndex(({ at }) => at <= to)
  return first < 0 || last < 0 ? [] : points.slice(Math.max(first - 1, 0), last + 2)
}
