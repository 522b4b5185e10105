import type { EvidenceAnswers } from '../evidenceDraft.ts'
import type { WrittenMoment } from '../writing/writtenMoments.ts'
import type { ChatStyle } from './chatLines.ts'
import type { TimeColumn } from './markdownRow.ts'
import type { PastedDay } from './pastedDay.ts'
import { entryAt, type PastedEntry } from './pastedEntry.ts'

export type PastedRead = {
  entries: PastedEntry[]
  /** Lines with words that belong to no time. */
  untimed: number
}

/** How far a text is read. */
export type PastedReading = PastedRead & {
  lines: readonly string[]
  day: PastedDay
  answers: EvidenceAnswers
  open: PastedEntry | null
  isAfterBlank: boolean
  chat: ChatStyle | null
  /** A chat whose names stand on lines of their own, above each time. */
  hasNamesAbove: boolean
  /** Of the table that is being read, or of the last one. */
  timeColumns: readonly TimeColumn[]
  /** Who wrote the last message of a chat; the next may only have its time. */
  speaker: string | null
}

type Found = { moment: WrittenMoment; written: string; position: number }

/** From here on, lines belong to this entry. */
export function openEntry(reading: PastedReading, entry: PastedEntry): void {
  reading.entries.push(entry)
  reading.open = entry
}

/** An entry for a time that was found, in the day and zone the text is in at this line. */
export function openAt(
  reading: PastedReading,
  { moment, written, position }: Found,
  said: Parameters<typeof entryAt>[1],
): void {
  const { day, answers } = reading
  openEntry(reading, entryAt({ moment, written, line: position + 1 }, said, day.context(), answers))
}
