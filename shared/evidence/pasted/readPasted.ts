import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { COUNT_EVERY } from '../evidenceFormat.ts'
import { answeredDate, dateOrderIn, hasHalves } from '../writing/timingOf.ts'
import { findMoments } from '../writing/writtenMoments.ts'
import { chatStyle, isFullName, isNameAboveTimes, speakerIn } from './chatLines.ts'
import { type LeadingMoment, leadingMoment } from './leadingMoment.ts'
import { markdownRow } from './markdownRow.ts'
import { isOnWeekday, namesOtherDay } from './otherDay.ts'
import { pastedDay } from './pastedDay.ts'
import { openAt, openEntry, type PastedRead, type PastedReading } from './pastedReading.ts'
import { readChatLine } from './readChatLine.ts'
import { readSentences, readUntimed, readUntimedRow } from './readUntimed.ts'
import { relativeEntry } from './relativeTime.ts'
import { clausesOf, sentencesOf } from './sentences.ts'
import { zoneOfText } from './surroundings.ts'
import { timesAbove } from './timesAbove.ts'

/** Marks of direction and width that chats put into their dates; a reader does not see them. */
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** Finds the times in a text, line by line, and the words that belong to each. */
export function readPasted(
  pasted: string,
  answers: EvidenceAnswers,
  onCount: (entryCount: number) => void = () => {},
): PastedRead {
  const text = pasted.replace(unseen, '')
  const lines = timesAbove(text.split('\n'))
  const hasNamesAbove = isNameAboveTimes(lines)
  const reading: PastedReading = {
    entries: [],
    untimed: 0,
    lines,
    day: pastedDay({
      zone: zoneOfText(text),
      dateOrder: dateOrderIn(text),
      hasHalves: hasHalves(lines.flatMap((line) => findMoments(line).flatMap(({ clock }) => clock ?? []))),
    }),
    answers,
    open: null,
    isAfterBlank: true,
    chat: chatStyle(lines, hasNamesAbove),
    hasNamesAbove,
    timeColumns: [],
    speaker: null,
  }
  for (const [position, line] of lines.entries()) {
    if (position % COUNT_EVERY === 0) onCount(reading.entries.length)
    if (line.trim() === '') reading.isAfterBlank = true
    else {
      readLine(reading, line, position)
      reading.isAfterBlank = false
    }
  }
  return { entries: reading.entries, untimed: reading.untimed }
}

function readLine(reading: PastedReading, line: string, position: number): void {
  if (reading.chat && readChatLine(reading, line, position, reading.chat)) return
  const row = markdownRow(line, reading.timeColumns)
  if (row?.kind === 'rule') return
  if (row?.kind === 'header') {
    const zone = row.times.find(({ zone }) => zone !== null)?.zone
    if (zone) reading.day.takeZone(zone)
    reading.timeColumns = row.times
    reading.open = null
    return
  }
  const timed = row?.kind === 'row' ? row : null
  const lead = leadingMoment(timed ? timed.time : line)
  if (lead) {
    readTimed(reading, timed ? { ...lead, rest: `${lead.rest} ${timed.words}` } : lead, line, position)
    return
  }
  const relative = relativeEntry(line, position + 1, reading.answers)
  if (relative) openEntry(reading, relative)
  else if (row?.kind === 'untimed') readUntimedRow(reading, row)
  else readUntimed(reading, line, position)
}

function readTimed(reading: PastedReading, lead: LeadingMoment, line: string, position: number): void {
  const { moment, written } = lead
  reading.day.takeMoment(moment)
  if (lead.isOtherDay || isOfAnotherWeekday(reading, lead)) reading.day.lose()
  const said = saidBehind(reading, lead, line, position)
  if (said.actor !== null && moment.date === null && namesOtherDay(line.slice(0, moment.start)))
    reading.day.lose()
  const isHeading = /^\s*#{1,6}\s/.test(line)
  const sentences = isHeading || said.actor ? [said.words] : sentencesOf(said.words)
  const [first = '', ...others] = sentences.flatMap((sentence) => clausesOf(sentence, lead.isProse))
  const { actor } = said
  openAt(
    reading,
    { moment, written, position },
    {
      lines: [first],
      actor,
      indent: lead.indent,
      isHeading: isHeading || actor !== null,
      isProse: lead.isProse,
    },
  )
  readSentences(reading, others, position, lead.isProse)
}

/** `Tue 23:50` below the date of a Wednesday is on no day that is known. */
function isOfAnotherWeekday({ day, answers }: PastedReading, { weekday }: LeadingMoment): boolean {
  const date = day.context().date ?? answeredDate(answers)
  return weekday !== null && date !== null && !isOnWeekday(date, weekday)
}

/** A bracket around a whole date, or the dash of WhatsApp, is followed by who said it. */
function saidBehind(
  { lines }: PastedReading,
  { rest, isBracketed, moment, written }: LeadingMoment,
  line: string,
  position: number,
): { words: string; actor: string | null } {
  const below = lines[position + 1] ?? ''
  if (isBracketed && isFullName(rest) && below.trim() !== '' && leadingMoment(below) === null)
    return { words: '', actor: rest.trim() }
  const isChatLine =
    isBracketed ||
    /^\s*<[^<>]+>\s/.test(rest) ||
    (/\d,\s/.test(written) && /^\s*-\s/.test(line.slice(moment.end)))
  const speaker = isChatLine ? speakerIn(rest) : null
  return { words: speaker?.words ?? rest, actor: speaker?.name ?? null }
}
