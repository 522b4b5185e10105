import { oneLine } from './prose.ts'
import type { ReportInput } from './reportInput.ts'

export function notesSection(notes: ReportInput['notes']): string {
  const written = notes.filter(({ markdown }) => markdown.trim() !== '')
  if (written.length === 0) return '## Notes\n\nNo notes were taken.'
  const unwritten = notes.filter(({ markdown }) => markdown.trim() === '').map(({ title }) => oneLine(title))
  return [
    '## Notes',
    ...written.map(({ title, markdown }) => `### ${oneLine(title)}\n\n${markdown.trim()}`),
    ...(unwritten.length > 0 ? [`No notes were taken on: ${unwritten.join(', ')}.`] : []),
  ].join('\n\n')
}
