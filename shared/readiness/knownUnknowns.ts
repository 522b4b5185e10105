import type { Card } from '../content/cards.ts'
import type { ReadinessItem } from './readiness.ts'
import { type ReadinessKey, readinessItems } from './readinessItems.ts'

/** What is not known yet, as questions nobody has put among the open ones. */
export function knownUnknowns(
  items: readonly ReadinessItem[],
  cards: readonly Card[],
): { key: ReadinessKey; question: string }[] {
  const asked = new Set(cards.filter(({ place }) => place.kind === 'question').map(({ text }) => plain(text)))
  const open = new Set(
    items.filter(({ state }) => state === 'missing' || state === 'started').map(({ key }) => key),
  )
  return readinessItems.flatMap(({ key, asks }) =>
    asks !== null && open.has(key) && !asked.has(plain(asks)) ? [{ key, question: asks }] : [],
  )
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
