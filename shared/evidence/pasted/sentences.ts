import { findMoments } from '../writing/writtenMoments.ts'
import { leadingMoment } from './leadingMoment.ts'

/** Ends of sentences, but not the points of `a.m.`, `approx.`, numbers and single letters. */
const boundary =
  /(?<=[^\s.][.!?]["”’)]?)(?<!\b[ap]\.\s?m\.)(?<!(?:^|\s)\d{1,2}\.)(?<!\b(?:approx|ca|vs|e\.g|i\.e|etc)\.)\s+(?=["“(*[]?[\p{Lu}\d])/u

export const sentencesOf = (text: string): string[] => text.split(boundary)

/** Commas, semicolons and `and`, behind which a time may begin something else. */
const joint = /([,;]\s+(?:(?:and|then|but|und|dann|et|puis|y)\s+)?|\s+(?:and|und|et|y)\s+)/u
const hasWords = (text: string) => /\p{L}{2}/u.test(text)

/** `At 10:14 errors rose, at 10:16 Priya acked and at 10:19 …`: the parts of a sentence that have a time each. */
export function clausesOf(sentence: string, isProse: boolean): string[] {
  const [first = '', ...rest] = sentence.split(joint)
  const clauses = [first]
  for (let at = 0; at < rest.length; at += 2) {
    const [between = '', part = ''] = rest.slice(at, at + 2)
    const before = clauses.at(-1) ?? ''
    const lead = leadingMoment(part)
    const isLedTo = isProse && lead?.isProse === true
    const isOpening = isLedTo || between.startsWith(';') || (isProse && between.startsWith(','))
    const isOwn = isOpening && lead !== null && findMoments(part)[0]?.start === lead.moment.start
    if (isOwn && hasWords(lead.rest) && hasWords(leadingMoment(before)?.rest ?? before)) clauses.push(part)
    else clauses[clauses.length - 1] = before + between + part
  }
  return clauses
}
