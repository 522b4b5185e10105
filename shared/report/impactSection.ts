import { markdownTable } from './markdownTable.ts'
import { oneLine, prose } from './prose.ts'
import type { ReportInput } from './reportInput.ts'

export function impactSection({ impact, incident }: Pick<ReportInput, 'impact' | 'incident'>): string {
  const described = prose(impact) || 'The impact has not been described yet.'
  const rows = incident.impactFacts.map(({ metric, value, unit }) => [
    oneLine(metric.replaceAll('_', ' ')),
    String(value),
    oneLine(unit.replaceAll('_', ' ')),
  ])
  const facts = rows.length > 0 ? `\n\n${markdownTable(['Measure', 'Value', 'Unit'], rows)}` : ''
  return `## Impact\n\n${described}${facts}`
}
