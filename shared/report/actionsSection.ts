import { type ActionItem, missingFrom } from '../content/actionItems.ts'
import { memberOf } from '../meeting/meeting.ts'
import { markdownTable } from './markdownTable.ts'
import { itemText, oneLine } from './prose.ts'
import type { ReportInput } from './reportInput.ts'

const head = [
  '#',
  'Outcome',
  'Owner',
  'Due',
  'Priority',
  'Aim',
  'Effort',
  'Finding',
  'How we will know it is done',
  'Still missing',
]

export function actionsSection(input: Pick<ReportInput, 'actionItems' | 'cards' | 'meeting'>): string {
  const { actionItems } = input
  if (actionItems.length === 0) return '## Actions\n\nNo actions were written down.'
  const rows = actionItems.map((item, position) => rowOf(item, position + 1, input))
  const paths = actionItems.flatMap(({ path }, position) =>
    path.trim() ? [`- Action ${position + 1}: ${itemText(path)}`] : [],
  )
  const realistic = paths.length > 0 ? `\n\n### What makes them realistic\n\n${paths.join('\n')}` : ''
  return `## Actions\n\n${markdownTable(head, rows)}${realistic}`
}

const NOTHING = '–'

function rowOf(
  item: ActionItem,
  number: number,
  { cards, meeting }: Pick<ReportInput, 'cards' | 'meeting'>,
): string[] {
  const owner = item.owner?.personId && memberOf(meeting, item.owner.personId)
  const finding = cards.find((card) => card.id === item.findingId)?.text
  const idea = item.state === 'idea' ? 'Idea: ' : ''
  return [
    String(number),
    `${idea}${oneLine(item.outcome)}`.trim() || NOTHING,
    oneLine((owner ? owner.name : item.owner?.name) ?? '') || NOTHING,
    item.dueOn ?? NOTHING,
    item.priority ?? NOTHING,
    item.aim ?? NOTHING,
    item.effort ?? NOTHING,
    item.findingId !== null && finding === undefined
      ? 'its card was removed'
      : oneLine(finding ?? '') || NOTHING,
    oneLine(item.verification) || NOTHING,
    missingFrom(item).join(', ') || 'nothing',
  ]
}
