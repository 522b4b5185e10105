import { escapeMarkdown } from '../content/notes.ts'

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).map((line) => line.trim())

/** Text of several paragraphs; a single line break stays one. */
export const prose = (text: string): string =>
  escapeMarkdown(linesOf(text).join('\n'))
    .replace(/\n{2,}/g, '\n\n')
    .replace(/(?<!\n)\n(?!\n)/g, '  \n')
    .trim()

/** Text where only one line fits: a heading or a table cell. */
export const oneLine = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim())

/** Text of a list item; further lines are kept, and stay inside the item. */
export const itemText = (text: string): string =>
  linesOf(text)
    .filter((line) => line !== '')
    .map((line) => escapeMarkdown(line))
    .join('  \n  ')
