import type { EvidenceAnswers, EvidenceNeed } from '../evidenceDraft.ts'
import type { PastedEntry } from './pastedEntry.ts'

const amount = '\\d{1,4}(?:[.,]\\d+)?'
const unit = '(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)(?!\\p{L})'
const counted = new RegExp(
  [
    '^[\\s>]*(?:[-*+•]\\s+|\\d{1,3}[.)]\\s+)?[*_`([|\\s]*T\\s?',
    '(?:([+-])\\s?(?:(\\d{1,3}):(\\d\\d)(?::(\\d\\d))?',
    `|((?:${amount}\\s?${unit}\\s?(?:and\\s)?)+|${amount}))|0)`,
    '(?![\\p{L}\\d])[\\])*_`\\s]*(?:[-–—:|]\\s*)?',
  ].join(''),
  'iu',
)
const everyAmount = new RegExp(`(${amount})\\s?(${unit})`, 'giu')
const secondsByUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/**
 * `T+3 minutes`, `T+1h 5m`, `T+00:05`, `T0`: counted from a moment that the text may never name. A bare `T+3` does not
 * say of what it is three. Null if the line begins otherwise.
 */
export function relativeEntry(line: string, number: number, { anchor }: EvidenceAnswers): PastedEntry | null {
  const found = counted.exec(line)
  if (!found) return null
  const [whole, sign, hours, minutes, seconds, amounts] = found
  const clock = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  const after = amounts === undefined ? clock : secondsIn(amounts)
  const needs: EvidenceNeed[] = anchor === null ? ['anchor'] : after === null ? ['time'] : []
  const isKnown = anchor !== null && after !== null
  const at = isKnown ? anchor + (sign === '-' ? -after : after) * 1000 : null
  const written = whole.replace(/[^T\d+:\w.,-]+/g, ' ').trim()
  return {
    timing: { at, precision: 'minute', needs, written, endedAt: null },
    clock: null,
    lines: [line.slice(whole.length)],
    actor: null,
    indent: 0,
    isHeading: false,
    isWhole: false,
    isProse: false,
    line: number,
  }
}

function secondsIn(amounts: string): number | null {
  if (Number(amounts) === 0) return 0
  const parts = [...amounts.matchAll(everyAmount)]
  if (parts.length === 0) return null
  return parts.reduce((sum, [, amount = '', unit = '']) => {
    const seconds = secondsByUnit[unit.charAt(0).toLowerCase()] ?? 0
    return sum + Number(amount.replace(',', '.')) * seconds
  }, 0)
}
