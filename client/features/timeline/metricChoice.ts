import { flatPoints, type MetricSeries, MOST_POINTS } from '../../../shared/content/metricSeries.ts'
import type { FoundSeries } from '../../../shared/evidence/metrics/metricRead.ts'
import { thinPoints } from '../../../shared/timeline/thinPoints.ts'

/** What is kept of a line that was found in a file. */
export const keptOf = (
  { name, unit, points }: FoundSeries,
  rest: Pick<MetricSeries, 'id' | 'fileName' | 'by' | 'createdAt'>,
): MetricSeries => ({
  ...rest,
  fileName: rest.fileName.slice(0, 255),
  name: name.slice(0, 200),
  unit: unit.slice(0, 40),
  points: flatPoints(thinPoints(points, MOST_POINTS)),
  measured: points.length,
})

export const pointsInWords = ({ points }: FoundSeries): string =>
  points.length <= MOST_POINTS
    ? `all ${points.length} points are kept`
    : `${MOST_POINTS} of ${points.length} points are kept, with every high and low; the file stays with you`
