import { MOST_TEXT } from '../../../shared/content/fields.ts'

export const MOST_TEXT_LINES = 200

/** Whether a text is no words of somebody but a log: more than a field takes, or more lines than anybody writes. */
export const isLongText = (text: string): boolean =>
  text.length > MOST_TEXT || text.split('\n', MOST_TEXT_LINES + 1).length > MOST_TEXT_LINES
