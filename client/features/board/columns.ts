import type { CardKind } from '../../../shared/content/cards.ts'
import { cardKindWords } from '../../room/cardKindWords.ts'
import type { ShortcutId } from '../../room/shortcutList.ts'

export type BoardKind = Exclude<CardKind, 'parked'>

/** What a column is called, and what belongs there. */
type Column = { title: string; add: string; shortcut: ShortcutId; key: string; belongs: string }

export const columns: Record<BoardKind, Column> = {
  fact: {
    title: cardKindWords.fact,
    add: 'Add a fact',
    shortcut: 'addFact',
    key: 'F',
    belongs: 'Something that can be pointed at. A time, a number, a message.',
  },
  interpretation: {
    title: cardKindWords.interpretation,
    add: 'Add an interpretation',
    shortcut: 'addInterpretation',
    key: 'I',
    belongs: 'What someone thinks it means. Others may read it differently.',
  },
  question: {
    title: cardKindWords.question,
    add: 'Add an open question',
    shortcut: 'addQuestion',
    key: 'Q',
    belongs: 'What nobody here can say yet, and would like to find out.',
  },
  wentWell: {
    title: cardKindWords.wentWell,
    add: 'Add what went well',
    shortcut: 'addWentWell',
    key: 'W',
    belongs: 'A safeguard that worked, a person who helped, a tool that showed the way.',
  },
  luck: {
    title: cardKindWords.luck,
    add: 'Add where we got lucky',
    shortcut: 'addLuck',
    key: 'L',
    belongs: 'What could have been worse and was not. Luck, not a control.',
  },
}

export const statementKinds: readonly BoardKind[] = ['fact', 'interpretation', 'question']
export const wentWellKinds: readonly BoardKind[] = ['wentWell', 'luck']
