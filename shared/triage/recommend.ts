import * as z from 'zod/mini'
import type { AgendaTemplate } from '../guide/agendaTemplates.ts'
import { type Facts, isSensitive } from './facts.ts'
import { type ReviewFormat, reviewFormat, reviewFormats } from './reviewFormats.ts'
import {
  formatBySeverity,
  isMajor,
  lowerRules,
  MOST_MINUTES_UNLESS_MAJOR,
  RAISES_FOR_TWO_HOURS,
  type ReasonFrom,
  raiseRules,
} from './triageRules.ts'

/** `+` asks for more of everybody's time, `-` for less; `=` is where it starts from, or what comes with it. */
export const verdict = z.object({
  format: reviewFormat,
  /** Of the meeting; 0 where nobody meets. */
  minutes: z.number(),
  /** Two: the first facts within 24 hours, the full review later. */
  stages: z.union([z.literal(1), z.literal(2)]),
  reasons: z.array(z.object({ sign: z.enum(['+', '-', '=']), sentence: z.string(), from: z.string() })),
})
export type Verdict = z.infer<typeof verdict>
type Reason = Verdict['reasons'][number] & { from: ReasonFrom }

const rankOf = (format: ReviewFormat) => reviewFormats.indexOf(format)
const MOST_RANK = reviewFormats.length - 1

/** What the rules make of the facts; null where there is too little to go by. */
export function recommend(facts: Facts): Verdict | null {
  const { severity } = facts
  const raises = raiseRules.filter(({ applies }) => applies(facts))
  const lowers = lowerRules.filter((rule) => rule.applies(facts) && rule.atMost(severity) !== null)
  if (severity === null && raises.length + lowers.length === 0) return null

  const base = severity === null ? null : formatBySeverity[severity]
  const ranks = lowers.map((rule) => rankOf(rule.atMost(severity) ?? 'full'))
  const from = Math.min(rankOf(base?.format ?? 'async'), ...ranks)
  const format = reviewFormats[Math.min(from + raises.length, MOST_RANK)] ?? 'full'

  const stages = isMajor(severity) && format === 'full' ? 2 : 1
  const reasons: Reason[] = [
    ...(base ? [{ sign: '=' as const, sentence: base.sentence, from: 'severity' as const }] : []),
    ...lowers.map(({ sentence, from }) => ({ sign: '-' as const, sentence, from })),
    ...raises.map((rule) => ({ sign: '+' as const, sentence: rule.sentence(facts), from: rule.from })),
    ...(stages === 2
      ? [
          {
            sign: '=' as const,
            sentence: 'First facts and urgent follow-ups within 24 hours, the full review later.',
            from: 'stages' as const,
          },
        ]
      : []),
    ...(isSensitive(facts)
      ? [
          {
            sign: '=' as const,
            sentence: 'Only some people read it, and it is looked at before it goes further.',
            from: 'sensitive' as const,
          },
        ]
      : []),
  ]
  return {
    format,
    minutes: minutesFor(format, { isMajor: isMajor(severity), raises: raises.length }),
    stages,
    reasons,
  }
}

/** How long a meeting of this format is, where nothing else was chosen. */
function minutesFor(format: ReviewFormat, { isMajor, raises }: { isMajor: boolean; raises: number }): number {
  if (format === 'short') return 30
  if (format !== 'full') return 0
  if (!isMajor) return MOST_MINUTES_UNLESS_MAJOR
  return raises >= RAISES_FOR_TWO_HOURS ? 120 : 90
}

export const meetingLengths = [30, 60, 90, 120] as const
export const meetingLength = z.union(meetingLengths.map((minutes) => z.literal(minutes)))
export type MeetingLength = z.infer<typeof meetingLength>

/** How long a review of this format is, where nobody has said: what is written needs no more than the shortest. */
export function lengthFor(format: ReviewFormat, verdict: Verdict | null): MeetingLength {
  if (format !== 'full') return 30
  return meetingLengths.find((minutes) => minutes === verdict?.minutes && minutes > 30) ?? 60
}

/** The agenda for a meeting of so many minutes. What is written without a meeting keeps the shortest, should one be held. */
export function agendaFor(minutes: number): AgendaTemplate {
  if (minutes <= 30) return '30'
  if (minutes <= 60) return '60'
  return minutes <= 90 ? '90' : '120'
}
