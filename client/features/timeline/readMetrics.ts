import { flatPoints, MOST_POINTS } from '../../../shared/content/metricSeries.ts'
import { parseMetricSeries } from '../../../shared/evidence/metricSeries.ts'
import type { FoundSeries } from '../../../shared/evidence/metrics/metricRead.ts'
import { ok } from '../../../shared/result.ts'
import { thinPoints } from '../../../shared/timeline/thinPoints.ts'
import type { FoundLine, MetricAsk, MetricTold } from './metricMessages.ts'

/** What goes on in the worker. */
export async function readMetrics(
  { name, content, zone }: MetricAsk,
  tell: (told: MetricTold) => void,
): Promise<void> {
  try {
    const text = typeof content === 'string' ? content : await content.text()
    const parsed = parseMetricSeries(text, {
      name: name.replace(/\.\w+$/, '') || 'Metric',
      zone,
      onProgress: (done, of) => tell({ told: 'progress', done, of }),
    })
    if (!parsed.ok) return tell({ told: 'read', read: parsed })
    const { series, problems } = parsed.value
    tell({ told: 'read', read: ok({ lines: series.map(lineOf), problems }) })
  } catch {
    tell({ told: 'failed' })
  }
}

const lineOf = ({ name, unit, points }: FoundSeries): FoundLine => ({
  name: name.slice(0, 200),
  unit: unit.slice(0, 40),
  points: flatPoints(thinPoints(points, MOST_POINTS)),
  measured: points.length,
})
