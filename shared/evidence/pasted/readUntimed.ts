import type { WrittenDate } from '../writing/writtenDates.ts'
import { findDay, findMoments } from '../writing/writtenMoments.ts'
import { leadingMoment } from './leadingMoment.ts'
import { namesLength } from './namesLength.ts'
import { namesOtherDay } from './otherDay.ts'
import type { PastedEntry } from './pastedEntry.ts'
import { openAt, type PastedReading } from './pastedReading.ts'
import { clausesOf, sentencesOf } from './sentences.ts'
import { type TrailingMoment, trailingMoment } from './trailingMoment.ts'

/** The sentences of a paragraph: each that has a time of its own opens an entry, the others go on with the last. */
export function readSentences(
  reading: PastedReading,
  sentences: readonly string[],
  position: number,
  isProse: boolean,
): void {
  for (const sentence of sentences.flatMap((one) => clausesOf(one, isProse))) {
    const lead = leadingMoment(sentence)
    const found =
      lead?.moment ??
      (isProse
        ? findMoments(sentence).find(({ start }) => !namesLength(sentence.slice(0, start)))
        : undefined)
    if (!found) {
      const last = reading.open?.lines
      if (last && last.length > 0) last[last.length - 1] += ` ${sentence}`
      else reading.untimed++
      continue
    }
    const before = sentence.slice(0, found.start)
    const moment = { ...found, date: found.date ?? dayAtStart(before) }
    if (lead || moment.date !== found.date) reading.day.takeMoment(moment)
    if (moment.date === null && (namesOtherDay(before) || findDay(before))) reading.day.lose()
    const written = sentence.slice(moment.start, moment.end)
    const words = lead ? lead.rest : sentence
    openAt(reading, { moment, written, position }, { lines: [words], isProse })
  }
}

/** `July 20, 2016 there was an outage that began at 14:44`: the day a sentence begins with is the day of its time. */
function dayAtStart(before: string): WrittenDate | null {
  const day = findDay(before)
  const isAtStart =
    day !== null && /^\W*(?:(?:on|am|le|el)\s+)?(?:\p{L}+day,?\s+)?$/iu.test(before.slice(0, day.start))
  return isAtStart && findDay(before.slice(day.end)) === null ? day.date : null
}

/** A row of a table without a time: more of the row above, or about something else. */
export function readUntimedRow(
  reading: PastedReading,
  { isMore, words }: { isMore: boolean; words: string },
): void {
  if (isMore && reading.open) reading.open.lines.push(words)
  else {
    reading.open = null
    reading.untimed++
  }
}

/** `Date: 2026-03-11 10:14` is when it is about, and nothing that happened. */
const isOfDocument = /^\W*(?:incident )?(?:date|datum|fecha|data|dato)\W*$/i
/** Above a mail, or a change in a log of them. */
const isSent =
  /^\W*(?:(?:sent|gesendet|envoyé|enviado)(?: on| le| el)?|date:\s+(?:mon|tue|wed|thu|fri|sat|sun))\b/iu

/** A line that no time begins: it names the day, goes on with the entry above, or has a time further on. */
export function readUntimed(reading: PastedReading, line: string, position: number): void {
  const { open: before } = reading
  const isHeading = isHeadingLine(line)
  const trailing = reading.chat ? null : trailingMoment(line)
  const isSaid = trailing?.moment.date || !before || !goesOn(reading, before, line)
  if (trailing && isSaid && (!isHeading || trailing.isInBrackets)) {
    readTrailing(reading, trailing, line, position)
    return
  }
  const isDay = findMoments(line).length === 0 && reading.day.takeLine(line)
  if (isDay || isHeading) {
    reading.open = null
    const named = findMoments(line)[0]
    if (named?.date) reading.day.takeMoment({ ...named, clock: null })
    else if (!isDay) reading.untimed++
    return
  }
  const sentences = sentencesOf(line.trim())
  if (before && goesOn(reading, before, line)) {
    if (!reading.chat && (before.isProse || sentences.some((sentence) => leadingMoment(sentence)))) {
      readSentences(reading, sentences, position, before.isProse)
      return
    }
    before.lines.push(before.indent > 0 || /^\s/.test(line) ? line.trimEnd() : line)
    return
  }
  reading.open = null
  readSentences(reading, sentences, position, true)
}

function readTrailing(
  reading: PastedReading,
  trailing: TrailingMoment,
  line: string,
  position: number,
): void {
  const { moment, words } = trailing
  if (!isSent.test(line) && isOfDocument.test(words)) {
    reading.day.takeMoment({ ...moment, clock: null })
    reading.open = null
    reading.untimed++
    return
  }
  reading.day.takeMoment(moment)
  const isHeading = isHeadingLine(line)
  const indent = indentOf(line)
  const said = isSent.test(line)
    ? { isHeading: true }
    : { lines: [words], indent, isHeading, isWhole: !isHeading }
  openAt(reading, { ...trailing, position }, said)
}

const isHeadingLine = (line: string): boolean => /^\s*#{1,6}\s/.test(line)
const indentOf = (line: string): number => line.length - line.trimStart().length

/** Words behind an empty line, and list items as far out as the entry's own, are about something else. */
function goesOn(
  { isAfterBlank, chat }: PastedReading,
  { lines, isHeading, isWhole, indent }: PastedEntry,
  line: string,
): boolean {
  if (isHeading || chat) return true
  if (isWhole && indentOf(line) <= indent) return false
  const hasWords = lines.some((words) => words.trim() !== '')
  if (isAfterBlank && hasWords) return false
  const item = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s/.exec(line)
  return !item || (item[1]?.length ?? 0) > indent || !hasWords
}
