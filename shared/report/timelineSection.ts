import { markdownLink } from '../content/notes.ts'
import type { Moment, TimelineEvent } from '../content/timeline.ts'
import { originalInWords } from '../content/webLink.ts'
import { weekdayInWords } from '../time/calendarDay.ts'
import { momentInWords, momentWithDay, timeBeside } from '../time/momentInWords.ts'
import { timelineDays } from '../time/timelineDays.ts'
import { zoneInWords } from '../time/zoneInWords.ts'
import { writtenParts } from '../timeline/decisionInWords.ts'
import { attachedLines } from './attachedLines.ts'
import { itemText, oneLine } from './prose.ts'
import type { ReportAttachment } from './reportInput.ts'

export function timelineSection(
  timeline: readonly TimelineEvent[],
  zone: string,
  attachments: readonly ReportAttachment[],
): string {
  if (timeline.length === 0) return '## Timeline\n\nThe timeline is empty.'
  const instants = timeline.flatMap(({ occurred: { at, precision } }) => (precision === 'order' ? [] : [at]))
  const lineOf = (event: TimelineEvent) =>
    [timelineEventLine(event, zone), ...attachedLines(attachments, { on: 'event', id: event.id }, '  ')].join(
      '\n',
    )
  const days = timelineDays(timeline, zone).map(({ at, timelineEvents }) => {
    const heading = at === null ? 'Day not known' : weekdayInWords(at, zone)
    return `### ${heading}\n\n${timelineEvents.map((event) => lineOf(event)).join('\n')}`
  })
  const told = `Times are told in ${oneLine(zoneInWords(zone, instants))}.`
  return `## Timeline\n\n${told}\n\n${days.join('\n\n')}`
}

function timelineEventLine(timelineEvent: TimelineEvent, zone: string): string {
  const { occurred, stage, kind, text, sourceUrl, firstSeenAt } = timelineEvent
  const marks = [
    `**${momentInWords(occurred, zone)}**`,
    ...(stage ? [stage] : []),
    ...(kind === 'decision' ? ['**decision**'] : []),
  ]
  const seen = firstSeenAt === null ? '' : ` (first seen ${firstSeenInWords(firstSeenAt, occurred, zone)})`
  const source = sourceUrl ? ` (${markdownLink(sourceInWords(sourceUrl), sourceUrl)})` : ''
  const line = `- ${marks.join(' · ')} — ${itemText(text) || 'no words yet'}${seen}${source}`
  return [line, ...writtenParts(timelineEvent).map(partLine)].join('\n')
}

/** Of an original of evidence, what it came from. */
const sourceInWords = (url: string): string => {
  const original = originalInWords(url)
  return original ? `source: ${oneLine(original)}` : 'source'
}

/** A list inside the event's own item. */
const partLine = ({ name, words }: { name: string; words: string }): string =>
  `  - ${name}: ${itemText(words).replaceAll('\n', '\n  ')}`

/** The day is left out only beside an event whose own day is known. */
const firstSeenInWords = (firstSeenAt: number, occurred: Moment, zone: string): string =>
  occurred.precision === 'order'
    ? momentWithDay({ at: firstSeenAt, precision: 'minute' }, zone)
    : `at ${timeBeside(firstSeenAt, occurred.at, zone)}`
