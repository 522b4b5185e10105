import type { MetricPoint } from '../content/metricSeries.ts'

/** At most so many points, in order of time, with the first, the last, and the lowest and highest of each stretch of time. */
export function thinPoints(points: readonly MetricPoint[], most: number): MetricPoint[] {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length <= most || !first || !last) return [...points]
  const stretches = Math.floor((most - 2) / 2)
  const width = Math.max((last.at - first.at) / stretches, 1)
  const extremes: { low: MetricPoint; high: MetricPoint }[] = []
  for (const point of points.slice(1, -1)) {
    const stretch = Math.min(Math.floor((point.at - first.at) / width), stretches - 1)
    const known = extremes[stretch]
    if (!known) extremes[stretch] = { low: point, high: point }
    else if (point.value < known.low.value) known.low = point
    else if (point.value > known.high.value) known.high = point
  }
  const kept = Object.values(extremes).flatMap(({ low, high }) => {
    if (low === high) return [low]
    return low.at <= high.at ? [low, high] : [high, low]
  })
  return [first, ...kept, last]
}
