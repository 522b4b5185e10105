import { attachedLines } from './attachedLines.ts'
import { oneLine } from './prose.ts'
import type { ReportInput } from './reportInput.ts'

export function notesSection(notes: ReportInput['notes'], attachments: ReportInput['attachments']): string {
  const items = notes.map(({ itemId, title, markdown }) => ({
    title: oneLine(title),
    parts: [markdown.trim(), attachedLines(attachments, { on: 'notes', id: itemId }).join('\n')].filter(
      (part) => part !== '',
    ),
  }))
  const written = items.filter(({ parts }) => parts.length > 0)
  if (written.length === 0) return '## Notes\n\nNo notes were taken.'
  const unwritten = items.filter(({ parts }) => parts.length === 0).map(({ title }) => title)
  return [
    '## Notes',
    ...written.map(({ title, parts }) => [`### ${title}`, ...parts].join('\n\n')),
    ...(unwritten.length > 0 ? [`No notes were taken on: ${unwritten.join(', ')}.`] : []),
  ].join('\n\n')
}
