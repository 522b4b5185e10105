import { type MetricPoint, type MetricSeries, pointsOf } from '../content/metricSeries.ts'
import type { Moment } from '../content/timeline.ts'
import { dayInWords } from '../time/calendarDay.ts'
import { clockTime } from '../time/clockTime.ts'
import { timeBeside } from '../time/momentInWords.ts'
import { incidentEnds } from '../timeline/durations.ts'
import { highestOf, lowestOf, valueInWords } from '../timeline/metricInWords.ts'
import { markdownTable } from './markdownTable.ts'
import { oneLine } from './prose.ts'
import type { ReportInput } from './reportInput.ts'

/** What was measured, in figures. A file of text has no room for the lines; nothing where nobody added a metric. */
export function metricsSection({
  incident,
  timeline,
  metricSeries,
}: Pick<ReportInput, 'incident' | 'timeline' | 'metricSeries'>): string[] {
  if (metricSeries.length === 0) return []
  const { started, resolved } = incidentEnds(incident, timeline)
  const rows = metricSeries.flatMap((series) => rowOf(series, { started, resolved, zone: incident.zone }))
  const head = ['Metric', 'Last before it began', 'Lowest', 'Highest', 'First once it was over', 'Measured']
  return [`## Metrics\n\n${markdownTable(head, rows)}`]
}

type Ends = { started: Moment | null; resolved: Moment | null; zone: string }

function rowOf(series: MetricSeries, { started, resolved, zone }: Ends): string[][] {
  const points = pointsOf(series)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const told = (point: MetricPoint | undefined) =>
    point
      ? `${valueInWords(point.value, series.unit)} at ${timeBeside(point.at, first.at, zone)}`
      : 'not measured'
  const [from, to] = [instantOf(started), instantOf(resolved)]
  const count = Math.max(series.measured, points.length)
  const span = `${dayInWords(first.at, zone)}, ${clockTime(first.at, zone)} to ${timeBeside(last.at, first.at, zone)}`
  const source = series.fileName === '' ? '' : `, from ${series.fileName}`
  return [
    [
      series.name,
      from === null ? 'the start is not recorded' : told(points.findLast(({ at }) => at < from)),
      told(lowestOf(points)),
      told(highestOf(points)),
      to === null ? 'the resolution is not recorded' : told(points.find(({ at }) => at >= to)),
      `${span}, ${count.toLocaleString('en-GB')} ${count === 1 ? 'point' : 'points'}${source}`,
    ].map(oneLine),
  ]
}

/** A place in the order is no time to measure at. */
const instantOf = (moment: Moment | null): number | null =>
  moment === null || moment.precision === 'order' ? null : moment.at
