import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { dateOrderIn, hasHalves } from '../writing/timingOf.ts'
import { findMoments } from '../writing/writtenMoments.ts'
import {
  type ChatHeader,
  chatHeader,
  isChatCopy,
  isChatNoise,
  isNameThenTime,
  speakerIn,
} from './chatLines.ts'
import { type LeadingMoment, leadingMoment } from './leadingMoment.ts'
import { markdownRow } from './markdownRow.ts'
import { type PastedDay, pastedDay } from './pastedDay.ts'
import { entryAt, type PastedEntry } from './pastedEntry.ts'
import { relativeEntry } from './relativeTime.ts'
import { sentencesOf } from './sentences.ts'
import { zoneOfText } from './surroundings.ts'
import { trailingMoment } from './trailingMoment.ts'

export type PastedRead = {
  entries: PastedEntry[]
  /** Lines with words that belong to no time. */
  untimed: number
}

type Reading = PastedRead & {
  lines: readonly string[]
  day: PastedDay
  answers: EvidenceAnswers
  open: PastedEntry | null
  isAfterBlank: boolean
  isChat: boolean
  /** Who wrote the last message of a chat; the next may only have its time. */
  speaker: string | null
}

/** Finds the times in a text, line by line, and the words that belong to each. */
export function readPasted(text: string, answers: EvidenceAnswers): PastedRead {
  const lines = text.split('\n')
  const reading: Reading = {
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
    isChat: isChatCopy(lines),
    speaker: null,
  }
  for (const [position, line] of lines.entries()) {
    if (line.trim() === '') reading.isAfterBlank = true
    else {
      readLine(reading, line, position)
      reading.isAfterBlank = false
    }
  }
  return { entries: reading.entries, untimed: reading.untimed }
}

function readLine(reading: Reading, line: string, position: number): void {
  if (reading.isChat && readChatLine(reading, line, position)) return
  const row = markdownRow(line)
  if (row?.kind === 'rule') return
  if (row?.kind === 'header') {
    if (row.zone) reading.day.takeZone(row.zone)
    reading.open = null
    return
  }
  const lead = leadingMoment(row ? row.time : line)
  if (lead) {
    readTimed(reading, row ? { ...lead, rest: `${lead.rest} ${row.words}` } : lead, line, position)
    return
  }
  const relative = relativeEntry(line, position + 1, reading.answers)
  if (relative) open(reading, relative)
  else readUntimed(reading, line, position)
}

function readTimed(reading: Reading, lead: LeadingMoment, line: string, position: number): void {
  const { moment, written } = lead
  reading.day.takeMoment(moment)
  const said = saidBehind(lead, line)
  const isHeading = /^\s*#{1,6}\s/.test(line)
  const [first = '', ...others] = isHeading || said.actor ? [said.words] : sentencesOf(said.words)
  const entry = entryAt(
    { moment, written, line: position + 1 },
    { lines: [first], actor: said.actor, indent: lead.indent, isHeading },
    reading.day.context(),
    reading.answers,
  )
  open(reading, entry)
  readSentences(reading, others, position, lead.isProse)
}

/** A bracket around a whole date, or the dash of WhatsApp, is followed by who said it. */
function saidBehind({ rest, isBracketed, moment, written }: LeadingMoment, line: string) {
  const isChatLine =
    isBracketed ||
    /^\s*<[^<>]+>\s/.test(rest) ||
    (/\d,\s/.test(written) && /^\s*-\s/.test(line.slice(moment.end)))
  const speaker = isChatLine ? speakerIn(rest) : null
  return { words: speaker?.words ?? rest, actor: speaker?.name ?? null }
}

/** The sentences of a paragraph: each that has a time of its own opens an entry, the others go on with the last. */
function readSentences(
  reading: Reading,
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
    const { day, answers } = reading
    open(
      reading,
      entryAt({ moment, written, line: position + 1 }, { lines: [words] }, day.context(), answers),
    )
  }
}

function readUntimed(reading: Reading, line: string, position: number): void {
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
    const { moment, written, words } = trailing
    const { day, answers } = reading
    reading.day.takeMoment(moment)
    const indent = line.length - line.trimStart().length
    open(
      reading,
      entryAt({ moment, written, line: position + 1 }, { lines: [words], indent }, day.context(), answers),
    )
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
  { isAfterBlank, isChat }: Reading,
  { lines, isHeading, indent }: PastedEntry,
  line: string,
): boolean {
  if (isHeading || isChat) return true
  const hasWords = lines.some((words) => words.trim() !== '')
  if (isAfterBlank && hasWords) return false
  const item = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s/.exec(line)
  return !item || (item[1]?.length ?? 0) > indent || !hasWords
}

/** In a chat, a name with a time, or a time alone, stands above each message. */
function readChatLine(reading: Reading, line: string, position: number): boolean {
  if (isNameThenTime(reading.lines, position)) {
    reading.speaker = line.trim()
    return true
  }
  const header = chatHeader(line)
  if (header) {
    readHeader(reading, header, line, position)
    return true
  }
  if (/\(edited\)|\(bearbeitet\)/i.test(line) && reading.open && isChatNoise(line))
    reading.open.lines.push(line)
  return isChatNoise(line)
}

function readHeader(
  reading: Reading,
  { name, moment, written }: ChatHeader,
  line: string,
  position: number,
): void {
  if (/\b(?:today|yesterday|heute|gestern|aujourd|hier|hoy|ayer)\b/i.test(line)) reading.day.lose()
  const isApp = name !== null && /^app$/i.test(name)
  reading.speaker = isApp ? nameAbove(reading) : (name ?? reading.speaker)
  const clock = moment.clock && name === null ? inSameHalf(reading, moment.clock) : moment.clock
  const settled = { ...moment, clock }
  reading.day.takeMoment(settled)
  const { day, answers, speaker } = reading
  const said = { actor: speaker, isHeading: true }
  open(reading, entryAt({ moment: settled, written, line: position + 1 }, said, day.context(), answers))
}

/** The sign of an app stands between its name and the time, so the name was taken for words of the message before. */
function nameAbove({ open }: Reading): string | null {
  return open?.lines.pop()?.trim() ?? null
}

/** A time alone follows the one above it, so without am or pm it is the next such time after that one. */
function inSameHalf({ entries }: Reading, clock: NonNullable<ChatHeader['moment']['clock']>) {
  const before = entries.at(-1)?.clock
  if (clock.half || !before?.half || clock.hour > 12 || clock.hour < 1) return clock
  const minutes = (hour: number, minute: number) => hour * 60 + minute
  const morning = clock.hour % 12
  const isMorning = minutes(morning, clock.minute) >= minutes(before.hour, before.minute)
  return {
    ...clock,
    hour: isMorning ? morning : morning + 12,
    half: isMorning ? ('am' as const) : ('pm' as const),
  }
}

function open(reading: Reading, entry: PastedEntry): void {
  reading.entries.push(entry)
  reading.open = entry
}
