import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { dateOrderIn, hasHalves } from '../writing/timingOf.ts'
import { findMoments } from '../writing/writtenMoments.ts'
import { isChatCopy, speakerIn } from './chatLines.ts'
import { type LeadingMoment, leadingMoment } from './leadingMoment.ts'
import { markdownRow } from './markdownRow.ts'
import { pastedDay } from './pastedDay.ts'
import { openAt, openEntry, type PastedRead, type PastedReading } from './pastedReading.ts'
import { readChatLine } from './readChatLine.ts'
import { readSentences, readUntimed } from './readUntimed.ts'
import { relativeEntry } from './relativeTime.ts'
import { sentencesOf } from './sentences.ts'
import { zoneOfText } from './surroundings.ts'

/** Finds the times in a text, line by line, and the words that belong to each. */
export function readPasted(text: string, answers: EvidenceAnswers): PastedRead {
  const lines = text.split('\n')
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

function readLine(reading: PastedReading, line: string, position: number): void {
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
  if (relative) openEntry(reading, relative)
  else readUntimed(reading, line, position)
}

function readTimed(reading: PastedReading, lead: LeadingMoment, line: string, position: number): void {
  const { moment, written } = lead
  reading.day.takeMoment(moment)
  const said = saidBehind(lead, line)
  const isHeading = /^\s*#{1,6}\s/.test(line)
  const [first = '', ...others] = isHeading || said.actor ? [said.words] : sentencesOf(said.words)
  const { actor } = said
  openAt(reading, { moment, written, position }, { lines: [first], actor, indent: lead.indent, isHeading })
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
