import * as z from 'zod/mini'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { type Told, told } from '../told.ts'

export const githubLogin = part({ login: words })

export const githubDeployment = z.object({
  id,
  sha: words,
  ref: words,
  task: words,
  environment: words,
  description: words,
  created_at: anything,
  updated_at: anything,
  creator: githubLogin,
})
type Deployment = z.infer<typeof githubDeployment>

export function deploymentDraft(one: Deployment, answers: EvidenceAnswers): Told[] {
  const hint = kindInWords(`${one.task ?? ''} ${one.description ?? ''}`)
  const verb = one.task && one.task !== 'deploy' ? `Started ${one.task} of` : 'Started to deploy'
  const draft = evidenceDraft({
    ...firstTiming(answers, one.created_at),
    nativeId: one.id,
    text: [`${verb} ${what(one)}`, one.description].filter(Boolean).join(': '),
    actor: one.creator?.login ?? null,
    kindHint: hint === 'mitigation' ? hint : 'deploy',
    place: one.environment,
  })
  return [told(draft, { identity: `deployment ${one.id}`, asOf: instantOf(one.updated_at, answers) })]
}

export const githubStatus = z.object({
  id,
  state: z.string(),
  description: words,
  environment: words,
  created_at: anything,
  creator: githubLogin,
})

/** `of` is the deployment a webhook names beside its status; the list of statuses leaves it out. */
export function statusDraft(
  one: z.infer<typeof githubStatus>,
  of: Deployment | null,
  answers: EvidenceAnswers,
): Told[] {
  const where = what({ ref: null, sha: null, ...of, environment: one.environment ?? of?.environment ?? null })
  const hint = kindInWords(`${of?.task ?? ''} ${of?.description ?? ''} ${one.description ?? ''}`)
  const draft = evidenceDraft({
    ...firstTiming(answers, one.created_at),
    nativeId: one.id,
    text: [`Deployment of ${where}: ${one.state.replaceAll('_', ' ')}`, one.description]
      .filter(Boolean)
      .join(' – '),
    actor: one.creator?.login ?? null,
    // Inactive: a later deployment took its place.
    kindHint: one.state === 'inactive' ? 'other' : hint === 'mitigation' ? hint : 'deploy',
    place: one.environment,
  })
  return [told(draft, { identity: `status ${one.id}` })]
}

const what = ({ ref, sha, environment }: Pick<Deployment, 'ref' | 'sha' | 'environment'>): string =>
  `${ref ?? sha?.slice(0, 8) ?? 'an unnamed version'}${environment ? ` to ${environment}` : ''}`
