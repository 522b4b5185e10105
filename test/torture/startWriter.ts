import { setTimeout as pause } from 'node:timers/promises'
import type * as Y from 'yjs'
import { addCard, cardTextOf } from '../../shared/content/cards.ts'
import { type EditOrigin, summaryOf } from '../../shared/content/contentDoc.ts'
import type { SeededRandom } from '../harness/seededRandom.ts'
import { connectSaving, type SavingClient } from './connectSaving.ts'
import type { Seat } from './tortureTarget.ts'
import { type WordLedger, wordLedger } from './wordLedger.ts'
import { cardOfWriter } from './writtenWords.ts'

export type Writer = Pick<SavingClient, 'connect' | 'disconnect' | 'isLive' | 'refusal'> & {
  ledger: WordLedger
  /** Everything this writer did shows as Saved. */
  isSaved: () => boolean
  /** Puts so much in at once that the server makes a snapshot of its log. */
  paste: () => void
  stopTyping: () => Promise<void>
  close: () => void
}

const TAKEN_BACK = 0.3
const BREATHER = 0.03
const PASTED_CHARACTERS = 200_000

/** Types word after word, connected or not, takes some back, and rests now and then long enough to see "Saved". */
export function startWriter(writer: number, seat: Seat, random: SeededRandom): Writer {
  const ledger = wordLedger(writer)
  const { doc, saving, connect, disconnect, isLive, refusal, close } = connectSaving(seat, () => {
    const isShownAsSaved = ['saved', 'merged'].includes(saving.state.get().is)
    ledger.acknowledge(isShownAsSaved ? ledger.count() : ledger.count() - saving.changes())
  })
  const origin: EditOrigin = { by: 'person', personId: `person-${writer}` }
  const cardId = cardOfWriter(writer)
  addCard(doc, { id: cardId, kind: 'fact', text: '', by: null, createdAt: 0 }, origin)
  ledger.made(null)

  let isTyping = true
  const typing = (async () => {
    while (isTyping) {
      await pause(random.next() < BREATHER ? random.between(500, 900) : random.between(5, 50))
      const text = random.next() < 0.5 ? summaryOf(doc) : cardTextOf(doc, cardId)
      if (!text) throw new Error('A card that nobody removed is gone.')
      if (random.next() < TAKEN_BACK) takeBackAWord(text, ledger, random, origin)
      else writeAWord(text, ledger, origin)
    }
  })()
  return {
    ledger,
    connect,
    disconnect,
    isLive,
    refusal,
    isSaved: () => saving.changes() === 0 && ['saved', 'merged'].includes(saving.state.get().is),
    paste: () => {
      pasteOver(doc.getText(`pasted ${writer}`), random, origin)
      ledger.made(null)
    },
    stopTyping: () => {
      isTyping = false
      return typing
    },
    close,
  }
}

function writeAWord(text: Y.Text, ledger: WordLedger, origin: EditOrigin): void {
  const word = ledger.newWord()
  text.doc?.transact(() => text.insert(text.length, `${word} `), origin)
  ledger.made({ word, now: 'there' })
}

/** In the place of the paste before it. */
function pasteOver(text: Y.Text, random: SeededRandom, origin: EditOrigin): void {
  const piece = random.next().toString(36).slice(2)
  text.doc?.transact(() => {
    text.delete(0, text.length)
    text.insert(0, piece.repeat(Math.ceil(PASTED_CHARACTERS / piece.length)))
  }, origin)
}

/** Does nothing when the word stands in the other text. */
function takeBackAWord(text: Y.Text, ledger: WordLedger, random: SeededRandom, origin: EditOrigin): void {
  const standing = ledger.standing()
  if (standing.length === 0) return
  const word = random.pick(standing)
  const at = ` ${text.toString()}`.indexOf(` ${word} `)
  if (at < 0) return
  text.doc?.transact(() => text.delete(at, word.length + 1), origin)
  ledger.made({ word, now: 'gone' })
}
