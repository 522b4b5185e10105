import * as z from 'zod/mini'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { kindInWords } from '../kindInWords.ts'
import { amount, anything, id, words } from '../looseFields.ts'
import { type Told, told } from '../told.ts'
import { githubLogin } from './githubDeployment.ts'

export const githubRun = z.object({
  id,
  name: words,
  display_title: words,
  status: words,
  conclusion: words,
  run_attempt: amount,
  created_at: anything,
  run_started_at: anything,
  updated_at: anything,
  actor: githubLogin,
  triggering_actor: githubLogin,
})

/** A run that is run again keeps its id and `created_at`: each attempt is a thing of its own, with its own beginning. */
export function runDraft(one: z.infer<typeof githubRun>, answers: EvidenceAnswers): Told[] {
  const attempt = one.run_attempt ?? 1
  const title = [...new Set([one.name, one.display_title])].filter(Boolean).join(': ') || 'A workflow'
  const outcome = (one.conclusion ?? one.status ?? 'in an unknown state').replaceAll('_', ' ')
  const asOf = instantOf(one.updated_at, answers)
  const hint = kindInWords(title)
  // Of a second attempt, created_at is the beginning of the first.
  const times = attempt > 1 ? [one.run_started_at] : [one.run_started_at, one.created_at]
  const draft = evidenceDraft({
    ...firstTiming(answers, ...times),
    nativeId: one.id,
    endedAt: one.status === 'completed' ? asOf : null,
    text: `${title} – ${outcome}${attempt > 1 ? `, attempt ${attempt}` : ''}`,
    actor: one.triggering_actor?.login ?? one.actor?.login ?? null,
    kindHint: hint === 'deploy' || hint === 'mitigation' ? hint : 'other',
  })
  return [told(draft, { identity: `run ${one.id} ${attempt}`, asOf })]
}
