import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { jsonFormat, readEach } from '../jsonFormat.ts'
import { valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { type Told, told } from '../told.ts'

const deployment = z.object({
  id,
  ref: words,
  sha: words,
  status: words,
  created_at: anything,
  updated_at: anything,
  user: part({ name: words, username: words }),
  environment: part({ name: words }),
  deployable: part({
    name: words,
    finished_at: anything,
    commit: part({ title: words }), // its time is on the clock of its author, and says nothing of the deployment
  }),
})

const hook = z.object({
  deployment_id: id,
  status: words,
  status_changed_at: anything,
  environment: words,
  short_sha: words,
  ref: words,
  commit_title: words,
  user: part({ name: words, username: words }),
})

const isListed = (value: unknown) => hasKeys(value, 'iid', 'environment', 'created_at')
const isHook = (value: unknown) => valueAt(value, 'object_kind') === 'deployment'

/** Deployments of a project, from the API of GitLab and from its webhooks, which tell each change of their status. */
export const gitlabDeployments = jsonFormat({
  name: 'gitlab-deployments',
  label: 'GitLab deployments',
  isPayload: (value) => isListed(value) || isHook(value),
  read: (payload, answers) =>
    isHook(payload.value)
      ? readEach([payload], hook, (one) => hookTold(one, answers))
      : readEach([payload], deployment, (one) => deploymentTold(one, answers)),
})

function deploymentTold(one: z.infer<typeof deployment>, answers: EvidenceAnswers): Told[] {
  const { id: nativeId, deployable } = one
  const where = one.environment?.name ?? null
  const title = deployable?.commit?.title ?? null
  const draft = evidenceDraft({
    ...firstTiming(answers, one.created_at),
    nativeId,
    endedAt: instantOf(deployable?.finished_at, answers),
    text: inWords({ ...one, where, title }),
    actor: one.user?.name ?? one.user?.username ?? null,
    kindHint: kindOf(deployable?.name, one.ref, title),
    place: where,
  })
  const asOf = instantOf(one.updated_at, answers)
  return [told(draft, nativeId ? { identity: nativeId, asOf } : {})]
}

function hookTold(one: z.infer<typeof hook>, answers: EvidenceAnswers): Told[] {
  const { deployment_id: nativeId, environment: where, commit_title: title } = one
  const draft = evidenceDraft({
    ...firstTiming(answers, one.status_changed_at),
    nativeId,
    text: inWords({ ...one, sha: one.short_sha, where, title }),
    actor: one.user?.name ?? one.user?.username ?? null,
    kindHint: kindOf(one.ref, title),
    place: where,
  })
  return [told(draft, { identity: `${nativeId} ${one.status} ${draft.at}` })]
}

type Said = {
  ref: string | null
  sha: string | null
  status: string | null
  where: string | null
  title: string | null
}

function inWords({ ref, sha, status, where, title }: Said): string {
  const what = [ref ?? 'an unnamed branch', sha && `(${sha.slice(0, 8)})`].filter(Boolean).join(' ')
  const state = status ?? 'in an unknown state'
  return `Deployment of ${what} to ${where ?? 'an unnamed environment'}: ${state}${title ? ` – ${title}` : ''}`
}

function kindOf(...names: (string | null | undefined)[]): EventKind {
  return kindInWords(names.filter(Boolean).join(' ')) === 'mitigation' ? 'mitigation' : 'deploy'
}
