import { ok, type Result, refuse } from '../../../shared/result.ts'
import type { Circumstances } from '../../../shared/triage/facts.ts'
import type { StartDraft } from '../../device/keptStart.ts'

/** What it was like, as it stands in the fields. */
export type CircumstancesDraft = Pick<
  StartDraft,
  'teams' | 'causeKnown' | 'isFollowUpObvious' | 'signals' | 'lowerings' | 'sensitivities'
>

export const draftOf = (known: Circumstances): CircumstancesDraft => ({
  ...known,
  teams: known.teams === null ? '' : String(known.teams),
  isFollowUpObvious: known.isFollowUpObvious === null ? null : known.isFollowUpObvious ? 'yes' : 'no',
})

/** A number that cannot be read tells nothing; `problem` says what to write instead. */
export function readCircumstances(draft: CircumstancesDraft): {
  circumstances: Circumstances
  problem: string | null
} {
  const { causeKnown, isFollowUpObvious, signals, lowerings, sensitivities } = draft
  const teams = readTeams(draft.teams)
  return {
    circumstances: {
      teams: teams.ok ? teams.value : null,
      causeKnown,
      isFollowUpObvious: isFollowUpObvious === null ? null : isFollowUpObvious === 'yes',
      signals,
      lowerings,
      sensitivities,
    },
    problem: teams.ok ? null : teams.problem,
  }
}

function readTeams(typed: string): Result<number | null, string> {
  if (typed.trim() === '') return ok(null)
  return /^\s*\d{1,2}\s*$/.test(typed) ? ok(Number(typed)) : refuse('Write a number, like 3.')
}

export type CircumstancesFieldsProps = {
  draft: CircumstancesDraft
  teamsProblem: string | null
  onChange: (change: Partial<CircumstancesDraft>) => void
  onLeaveTeams: () => void
}
