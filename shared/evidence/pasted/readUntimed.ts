import { findMoments } from '../writing/writtenMoments.ts'
import { leadingMoment } from './leadingMoment.ts'
import type { PastedEntry } from './pastedEntry.ts'
import { openAt, type PastedReading } from './pastedReading.ts'
import { sentencesOf } from './sentences.ts'
import { trailingMoment } from './trailingMoment.ts'

/** The sentences of a paragraph: each that has a time of its own opens an entry, the others go on with the last. */
export function readSentences(
  reading: PastedReading,
  sentences: readonly string[],
  position: number,
  isProse: boolean,
): void {
  for (const sentence of sentences) {
    const lead = leadingMoment(sentence)
    const moment = lead?.moment ?? (isProse ? findMoments(sentence)[0] : undefined)
    if (!moment) {
      const last = reading.open?.lines
      if (last && last.length > 0) last[last.length - 1] += ` ${sentence}`
      else reading.untimed++
      continue
    }
    if (lead) reading.day.takeMoment(moment)
    const written = sentence.slice(moment.start, moment.end)
    const words = lead ? lead.rest : sentence
    openAt(reading, { moment, written, position }, { lines: [words] })
  }
}

/** A line that no time begins: it names the day, goes on with the entry above, or has a time further on. */
export function readUntimed(reading: PastedReading, line: string, position: number): void {
  const { open: before } = reading
  const isHeading = /^\s*#{1,6}\s/.test(line)
  const isDay = findMoments(line).length === 0 && reading.day.takeLine(line)
  if (isDay || isHeading) {
    reading.open = null
    const named = findMoments(line)[0]
    if (named?.date) reading.day.takeMoment({ ...named, clock: null })
    else if (!isDay) reading.untimed++
    return
  }
  const trailing = reading.isChat ? null : trailingMoment(line)
  if (trailing) {
    reading.day.takeMoment(trailing.moment)
    const indent = line.length - line.trimStart().length
    openAt(reading, { ...trailing, position }, { lines: [trailing.words], indent })
    return
  }
  const sentences = sentencesOf(line.trim())
  if (before && goesOn(reading, before, line)) {
    if (!reading.isChat && sentences.some((sentence) => leadingMoment(sentence))) {
      readSentences(reading, sentences, position, false)
      return
    }
    before.lines.push(before.indent > 0 || /^\s/.test(line) ? line.trimEnd() : line)
    return
  }
  reading.open = null
  readSentences(reading, sentences, position, true)
}

/** Words behind an empty line, and list items as far out as the entry's own, are about something else. */
function goesOn(
  { isAfterBlank, isChat }: PastedReading,
  { lines, isHeading, indent }: PastedEntry,
  line: string,
): boolean {
  if (isHeading || isChat) return true
  const hasWords = lines.some((words) => words.trim() !== '')
  if (isAfterBlank && hasWords) return false
  const item = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s/.exec(line)
  return !item || (item[1]?.length ?? 0) > indent || !hasWords
}
