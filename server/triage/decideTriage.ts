import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Facts } from '../../shared/triage/facts.ts'
import { needsReason } from '../../shared/triage/needsReason.ts'
import { recommend } from '../../shared/triage/recommend.ts'
import { isWaived } from '../../shared/triage/reviewFormats.ts'
import type { FormatChoice, Triage } from '../../shared/wire/triage.ts'
import type { Refused } from '../http/problems.ts'

export type DecidedTriage = Pick<Triage, 'facts' | 'verdict' | keyof FormatChoice>

/** What is suggested and what somebody decides instead, which takes a reason. A waiver always has one. */
export function decideTriage(facts: Facts, choice: FormatChoice): Result<DecidedTriage, Refused> {
  const verdict = recommend(facts)
  if (choice.reason === '' && needsReason(verdict, choice.format)) return refuse({ reason: 'reasonNeeded' })
  const suggested = (verdict?.reasons ?? []).filter(({ sign }) => sign === '-')
  const reason =
    choice.reason === '' && isWaived(choice.format)
      ? suggested.map(({ sentence }) => sentence).join(' ')
      : choice.reason
  return ok({ ...choice, facts, verdict, reason })
}
