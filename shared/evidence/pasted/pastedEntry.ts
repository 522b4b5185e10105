import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import { kindInWords } from '../kindInWords.ts'
import { plainMarkdown } from '../plainMarkdown.ts'
import { timingOf, type WrittenContext, type WrittenTiming } from '../writing/timingOf.ts'
import type { WrittenClock } from '../writing/writtenClocks.ts'
import type { WrittenMoment } from '../writing/writtenMoments.ts'

/** What one time in a text is about, while its lines are gathered. */
export type PastedEntry = {
  timing: Omit<WrittenTiming, 'date'>
  clock: WrittenClock | null
  lines: string[]
  actor: string | null
  indent: number
  /** Words may follow after an empty line: under a heading, and in a chat. */
  isHeading: boolean
  /** Its time stands at the end of its line, so what follows is about something else unless it is set in. */
  isWhole: boolean
  /** A sentence, so times in the lines behind it are of their own, too. */
  isProse: boolean
  line: number
}

export function entryAt(
  { moment, written, line }: { moment: WrittenMoment; written: string; line: number },
  said: Partial<Pick<PastedEntry, 'lines' | 'actor' | 'indent' | 'isHeading' | 'isWhole' | 'isProse'>>,
  context: WrittenContext,
  answers: EvidenceAnswers,
): PastedEntry {
  const timing = timingOf(moment, written.trim(), context, answers)
  const nothing = { lines: [], actor: null, indent: 0, isHeading: false, isWhole: false, isProse: false }
  return { timing, clock: moment.clock, line, ...nothing, ...said }
}

const editedMark = /\s{0,9}\((?:edited|bearbeitet|modifié|editado)\)\s{0,9}$/i

const listMark = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)/

/** Null where a time has no words, so there is nothing to say about it. */
export function draftOfEntry({ timing, lines, actor }: PastedEntry): EvidenceDraft | null {
  const edited = lines.some((line) => editedMark.test(line))
  const words = lines.map((line) => line.replace(editedMark, '')).join('\n')
  const text = plainMarkdown(words.replace(listMark, ''))
  const { at, precision, needs, written, endedAt } = timing
  const draft = evidenceDraft({
    nativeId: null,
    at,
    precision,
    needs,
    written,
    endedAt,
    text,
    actor,
    kindHint: kindInWords(text),
    edited,
  })
  return draft.text === '' ? null : draft
}
