import { type EvidenceAnswers, noAnswers, type Timing } from './evidenceDraft.ts'
import { epochInstant, isoTiming, knownTime, unknownTime } from './evidenceTime.ts'

/**
 * The time of the first of `values` that is one, in ISO 8601 or counted from 1970. If none is, it has to be asked:
 * another time of the same record would be a guess.
 */
export function firstTiming(answers: EvidenceAnswers, ...values: unknown[]): Timing {
  for (const value of values) {
    const timing = anyTiming(value, answers)
    if (timing) return timing
  }
  const written = values.find((value) => typeof value === 'string' && value.trim() !== '')
  return unknownTime(written === undefined ? null : String(written), 'time')
}

/**
 * The time of something whose moment stands there in several notations: in the first that has no need of an answer, as
 * seconds since 1970 never have, else as `firstTiming` finds it.
 */
export function sameTiming(answers: EvidenceAnswers, ...values: unknown[]): Timing {
  const exact = values.flatMap((value) => anyTiming(value, noAnswers) ?? []).find(({ at }) => at !== null)
  return exact ?? firstTiming(answers, ...values)
}

/** An instant in either notation; null for “not yet”, and for one that would need an answer. */
export const instantOf = (value: unknown, answers: EvidenceAnswers): number | null =>
  anyTiming(value, answers)?.at ?? null

function anyTiming(value: unknown, answers: EvidenceAnswers): Timing | null {
  const epoch = epochInstant(value)
  return epoch === null ? isoTiming(value, answers) : knownTime(epoch)
}
