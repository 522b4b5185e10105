import type { MetricSeries } from '../../../shared/content/metricSeries.ts'
import type { FoundLine } from './metricMessages.ts'

/** What is kept of a line that was found in a file. */
export const keptOf = (
  line: FoundLine,
  rest: Pick<MetricSeries, 'id' | 'fileName' | 'by' | 'createdAt'>,
): MetricSeries => ({ ...line, ...rest, fileName: rest.fileName.slice(0, 255) })

export function pointsInWords({ points, measured }: FoundLine): string {
  const kept = points.length / 2
  return measured <= kept
    ? `all ${measured} points are kept`
    : `${kept} of ${measured} points are kept, with every high and low; the file stays with you`
}
