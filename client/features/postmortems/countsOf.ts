import type { CardKind } from '../../../shared/content/cards.ts'
import type { PostmortemDraft } from '../../../shared/content/postmortemDraft.ts'

type Counted = { glyph: CardKind | null; words: string }

const kindsInWords = {
  fact: ['fact', 'facts'],
  interpretation: ['interpretation', 'interpretations'],
  question: ['open question', 'open questions'],
  wentWell: ['thing that went well', 'things that went well'],
  luck: ['piece of luck', 'pieces of luck'],
  parked: ['parked topic', 'parked topics'],
} as const satisfies Record<CardKind, readonly [string, string]>

/** “13 timeline events”, “9 interpretations”, …: only what there is. */
export function countsOf({ timeline, cards, actionItems }: PostmortemDraft): Counted[] {
  const kinds = Object.keys(kindsInWords) as CardKind[] // the record names every kind and nothing else
  const counted = [
    count(null, timeline.length, ['timeline event', 'timeline events']),
    ...kinds.map((kind) =>
      count(kind, cards.filter((card) => card.kind === kind).length, kindsInWords[kind]),
    ),
    count(null, actionItems.length, ['idea for an action', 'ideas for actions']),
  ]
  return counted.filter((entry) => entry !== null)
}

const count = (glyph: CardKind | null, number: number, [one, many]: readonly [string, string]) =>
  number === 0 ? null : { glyph, words: `${number} ${number === 1 ? one : many}` }
