import { participantQuestions } from '../guide/participantQuestions.ts'
import { itemText, oneLine } from './prose.ts'
import type { ReportInput } from './reportInput.ts'

/** What was answered beforehand and has been opened, in the order in which it was shuffled for everyone. */
export function answersSection(openedQuestions: ReportInput['openedQuestions']): string[] {
  if (openedQuestions === null) return []
  if (openedQuestions.length === 0) return ['## Answers before the meeting\n\nNo answers were opened.']
  const questions = openedQuestions.map(({ questionId, answers }) => {
    const lines = answers.map(({ text, by }) => `- ${itemText(text)}${by ? ` (${oneLine(by.name)})` : ''}`)
    const said = lines.length > 0 ? lines.join('\n') : 'Nobody answered this one.'
    return `### ${participantQuestions[questionId]}\n\n${said}`
  })
  return [['## Answers before the meeting', ...questions].join('\n\n')]
}
