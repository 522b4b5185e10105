import type { EvidenceAnswers } from '../evidenceDraft.ts'
import type { PastedEntry } from './pastedEntry.ts'

const counted =
  /^[\s>]*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?[*_`([|\s]*T\s?([+-])\s?(?:(\d{1,3}):(\d\d)(?::(\d\d))?|(\d{1,4}(?:[.,]\d+)?)\s?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?))?(?![\p{L}\d])[\])*_`\s]*(?:[-–—:|]\s*)?/iu

/** `T+3 minutes`, `T+00:05`: counted from a moment that the text may never name. Null if the line begins otherwise. */
export function relativeEntry(line: string, number: number, { anchor }: EvidenceAnswers): PastedEntry | null {
  const found = counted.exec(line)
  const [whole = '', sign, hours, minutes, seconds, amount, unit] = found ?? []
  if (!found || (hours === undefined && amount === undefined)) return null
  const unitSeconds = { s: 1, m: 60, h: 3600 }[(unit ?? 's').charAt(0).toLowerCase()] ?? 60
  const clock = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  const after = amount === undefined ? clock : Number(amount.replace(',', '.')) * unitSeconds
  const at = anchor === null ? null : anchor + (sign === '-' ? -after : after) * 1000
  const written = whole.replace(/[^T\d+:\w.,-]+/g, ' ').trim()
  return {
    timing: { at, precision: 'minute', needs: at === null ? ['anchor'] : [], written, endedAt: null },
    clock: null,
    lines: [line.slice(whole.length)],
    actor: null,
    indent: 0,
    isHeading: false,
    line: number,
  }
}
