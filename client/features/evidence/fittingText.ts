import { MOST_TEXT } from '../../../shared/content/fields.ts'

const said = '… (cut here: it is longer than a record may be; the original has all of it)'

/** As much of a text as one record holds, and at its end that there was more. */
export function fittingText(text: string): { text: string; isCut: boolean } {
  if (text.length <= MOST_TEXT) return { text, isCut: false }
  // Half a character at the end would be none.
  return { text: text.slice(0, MOST_TEXT - said.length).replace(/[\uD800-\uDBFF]$/, '') + said, isCut: true }
}
