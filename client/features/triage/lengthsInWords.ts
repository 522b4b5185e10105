import { lengthInWords } from '../../../shared/time/lengthInWords.ts'
import type { Facts } from '../../../shared/triage/facts.ts'

/** `47 min, noticed after 8 min`, as far as it is known. */
export function lengthsInWords({
  beganAt,
  noticedAt,
  resolvedAt,
}: Pick<Facts, 'beganAt' | 'noticedAt' | 'resolvedAt'>): string | null {
  if (beganAt === null) return null
  const lasted = resolvedAt === null ? null : lengthInWords(minutesBetween(beganAt, resolvedAt))
  const noticed =
    noticedAt === null ? null : `noticed after ${lengthInWords(minutesBetween(beganAt, noticedAt))}`
  const words = [lasted, noticed].filter((part) => part !== null).join(', ')
  return words === '' ? null : words.replace(/^n/, 'N')
}

const minutesBetween = (from: number, to: number) => Math.round((to - from) / 60_000)
