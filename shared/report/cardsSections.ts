import { type Card, type CardKind, lacksEvidence } from '../content/cards.ts'
import { markdownLink } from '../content/notes.ts'
import { momentWithDay } from '../time/momentInWords.ts'
import { attachedLines } from './attachedLines.ts'
import { itemText } from './prose.ts'
import type { ReportAttachment } from './reportInput.ts'

const sectionByKind: Record<CardKind, { title: string; empty: string }> = {
  fact: { title: 'Facts', empty: 'No facts were written down.' },
  interpretation: { title: 'Interpretations', empty: 'No interpretations were written down.' },
  question: { title: 'Open questions', empty: 'No open questions were written down.' },
  wentWell: { title: 'What went well', empty: 'Nothing was written down about what went well.' },
  luck: { title: 'Where we got lucky', empty: 'Nothing was written down about luck.' },
  parked: { title: 'Parking lot', empty: 'No topic was kept for later.' },
}

const factorInWords = { trigger: 'Trigger', contributingFactor: 'Contributing factor' } as const

/** One section for each kind. Who wrote a card stays out: a statement is judged by its evidence. */
export function cardsSections(
  cards: readonly Card[],
  zone: string,
  attachments: readonly ReportAttachment[],
): string[] {
  return Object.entries(sectionByKind).map(([kind, { title, empty }]) => {
    const lines = cards
      .filter((card) => card.place.kind === kind)
      .map((card) => cardLine(card, zone, attachments))
    return `## ${title}\n\n${lines.length > 0 ? lines.join('\n') : empty}`
  })
}

function cardLine(card: Card, zone: string, attachments: readonly ReportAttachment[]): string {
  const { text, evidenceUrl, factor, firstSeenAt } = card
  const mark = factor ? `**${factorInWords[factor]}:** ` : ''
  const seenAt = firstSeenAt === null ? null : { at: firstSeenAt, precision: 'minute' as const }
  const seen = seenAt ? ` (first seen ${momentWithDay(seenAt, zone)})` : ''
  const evidence = evidenceUrl ? ` (${markdownLink('evidence', evidenceUrl)})` : ''
  const lacking = lacksEvidence(card, attachments) ? ' (no evidence linked yet)' : ''
  const line = `- ${mark}${itemText(text) || 'An empty card'}${seen}${evidence}${lacking}`
  return [line, ...attachedLines(attachments, { on: 'card', id: card.id }, '  ')].join('\n')
}
