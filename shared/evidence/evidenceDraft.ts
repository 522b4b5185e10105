import type { Moment } from '../content/timeline.ts'
import { cleanText } from './cleanText.ts'
import type { EventKind } from './eventKinds.ts'

/**
 * What has to be asked before a time is an instant:
 * `zone`: a clock time without a zone; `date`: without a day; `dateOrder`: 03/04 is in March or in April;
 * `halfDay`: 10:14 may be in the morning or the evening; `repeatedHour`: the clocks of the zone showed it twice;
 * `missingHour`: they never showed it; `anchor`: an age (`47s`, `T+3`) whose beginning is not said; `time`: no time
 * that can be read.
 */
export const evidenceNeeds = [
  'zone',
  'date',
  'dateOrder',
  'halfDay',
  'repeatedHour',
  'missingHour',
  'anchor',
  'time',
] as const
export type EvidenceNeed = (typeof evidenceNeeds)[number]

/** When something was, and what has to be asked before that is known. `at` is an instant in ms; null while it needs something. */
export type Timing = {
  at: number | null
  precision: Moment['precision']
  needs: EvidenceNeed[]
  /** The time as the source writes it, to show beside a question; null where it needed no reading. */
  written: string | null
}

/** One thing a source says happened, as an import would offer it. Nothing of it is markup any more. */
export type EvidenceDraft = Timing & {
  /** What the source calls it, or the key of this episode in the source; null where it has none (pasted text). */
  nativeId: string | null
  /** The beginning of what is told at its end (a resolved alert, a finished deploy); null where `at` is all there is. */
  startedAt: number | null
  /** The end, or the last occurrence of many; null while it goes on, and where there is none. */
  endedAt: number | null
  /** When it was typed, where the source keeps that beside when it happened. */
  recordedAt: number | null
  /** How many occurrences this one stands for; null where the source does not count. */
  count: number | null
  text: string
  actor: string | null
  /** A suggestion; whoever imports decides. */
  kindHint: EventKind
  /** The native id of the first message of its thread. The first one itself has its own id here; null outside threads. */
  thread: string | null
  /** The channel, service, page or issue it comes from. */
  place: string | null
  edited: boolean
  deleted: boolean
}

/** Asked of the person importing; null is not answered yet. */
export type EvidenceAnswers = {
  /** An IANA name or an offset like `+02:00`. */
  zone: string | null
  /** `2026-03-11`: the day of clock times that name none. */
  date: string | null
  dateOrder: 'dayFirst' | 'monthFirst' | null
  repeatedHour: 'earlier' | 'later' | null
  /** Where ages (`47s`, `T+3`) count from, in ms. */
  anchor: number | null
}

export const noAnswers: EvidenceAnswers = {
  zone: null,
  date: null,
  dateOrder: null,
  repeatedHour: null,
  anchor: null,
}

type Said = Pick<EvidenceDraft, 'nativeId' | 'at' | 'text' | 'actor' | 'kindHint'> & Partial<EvidenceDraft>

/**
 * A draft with the usual rest. Every reader makes its drafts here, so that no text leaves without `cleanText`. An
 * actor of nothing but blanks is none.
 */
export function evidenceDraft({ text, actor, place, ...said }: Said): EvidenceDraft {
  return {
    precision: 'minute',
    needs: [],
    written: null,
    startedAt: null,
    endedAt: null,
    recordedAt: null,
    count: null,
    thread: null,
    edited: false,
    deleted: false,
    ...said,
    text: cleanText(text),
    actor: (actor && cleanText(actor)) || null,
    place: (place && cleanText(place)) || null,
  }
}
