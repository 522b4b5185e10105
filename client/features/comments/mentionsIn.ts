import type { PersonId } from '../../../shared/ids.ts'

type Named = { personId: PersonId; name: string }

/** A comment's words in pieces: `personId` where somebody is mentioned, null for the words between. */
export type Piece = { text: string; personId: PersonId | null }

/** Finds every `@` with the name of one of these people behind it. Of two that fit, the longer name is meant. */
export function piecesOf(text: string, people: readonly Named[]): Piece[] {
  const byLength = [...people].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const pieces: Piece[] = []
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' ? byLength.find(({ name }) => isNameAt(text, at + 1, name)) : undefined
    if (person) {
      if (plain) pieces.push({ text: plain, personId: null })
      pieces.push({ text: `@${person.name}`, personId: person.personId })
      plain = ''
      at += person.name.length + 1
    } else plain += text[at++]
  }
  return plain ? [...pieces, { text: plain, personId: null }] : pieces
}

/** `@Ann` is not meant in `@Anna`. */
const isNameAt = (text: string, at: number, name: string): boolean =>
  text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))

/** Everybody a comment mentions, each once. */
export const mentionsIn = (text: string, people: readonly Named[]): PersonId[] => [
  ...new Set(piecesOf(text, people).flatMap(({ personId }) => personId ?? [])),
]

/** The name somebody is about to write behind an `@`, up to the caret; null where there is none. */
export function nameBegunAt(text: string, caret: number): { from: number; begun: string } | null {
  const found = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(text.slice(0, caret))
  const begun = found?.[1]
  return begun === undefined ? null : { from: caret - begun.length - 1, begun }
}
