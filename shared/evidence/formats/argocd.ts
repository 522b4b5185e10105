import * as z from 'zod/mini'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { isRecord, listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { amount, anything, flag, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'

const initiator = part({ username: words, automated: flag })
const revisions = z.catch(z.array(z.string()), [])
const deployment = z.object({
  id,
  revision: words,
  revisions,
  deployStartedAt: anything,
  deployedAt: anything,
  initiatedBy: initiator,
})
const operation = z.object({
  phase: words,
  message: words,
  startedAt: anything,
  finishedAt: anything,
  retryCount: amount,
  operation: part({ initiatedBy: initiator, sync: part({ revision: words, revisions }) }),
  syncResult: part({ revision: words, revisions }),
})

const isApplication = (value: unknown): boolean =>
  isRecord(value) &&
  (value.kind === 'Application' || value.kind === undefined) &&
  (/^argoproj\.io\//.test(String(value.apiVersion)) ||
    Array.isArray(valueAt(value, 'status', 'history')) ||
    isRecord(valueAt(value, 'status', 'operationState'))) &&
  isRecord(value.metadata)

/** What Argo CD knows of applications: the last ten deployments of each, oldest first, and the sync under way. */
export const argocd = jsonFormat({
  name: 'argocd',
  label: 'Argo CD application',
  isPayload: (value) => isApplication(value) || listOf(valueAt(value, 'items')).some(isApplication),
  read: (payload, answers) =>
    joined(
      (isApplication(payload.value) ? [payload] : members(inside(payload, 'items'))).map((application) =>
        readApplication(application, answers),
      ),
    ),
})

function readApplication(application: Located, answers: EvidenceAnswers): PayloadRead {
  const shape = z.object({ metadata: z.object({}), status: z.object({}) })
  if (!isApplication(application.value)) return readEach([application], shape, () => [])
  const name = wordsOf(valueAt(application.value, 'metadata', 'name')) ?? 'an application'
  const before: string[] = []
  const ends = new Set<unknown>()
  const starts = new Set<unknown>()
  const oldestFirst = members(inside(application, 'status', 'history')).sort(
    (a, b) => deployedAt(a, answers) - deployedAt(b, answers),
  )
  const history = readEach(oldestFirst, deployment, (one) => {
    const what = one.revision ?? (one.revisions.join(', ') || 'an unnamed revision')
    const isBack = before.includes(what) && before.at(-1) !== what
    before.push(what)
    const timing = firstTiming(answers, one.deployedAt)
    const startedAt = instantOf(one.deployStartedAt, answers)
    ends.add(timing.at ?? one.deployedAt)
    starts.add(startedAt ?? one.deployStartedAt)
    const draft = evidenceDraft({
      ...timing,
      nativeId: one.id,
      startedAt,
      text: `Deployed ${name} at revision ${what}${isBack ? ', which ran before' : ''}`,
      actor: actorOf(one.initiatedBy),
      kindHint: isBack ? 'mitigation' : 'deploy',
      place: name,
    })
    return [told(draft, { identity: `${name} ${one.id} ${draft.at}` })]
  })
  const state = inside(application, 'status', 'operationState')
  const current = readEach(isRecord(state.value) ? [state] : [], operation, (one) => {
    const end = instantOf(one.finishedAt, answers)
    const start = instantOf(one.startedAt, answers)
    const moments = [
      [ends, end ?? wordsOf(one.finishedAt)],
      [starts, start ?? wordsOf(one.startedAt)],
    ] as const
    const isTold = moments.some(([known, moment]) => moment !== null && known.has(moment))
    if (one.phase === 'Succeeded' && isTold) return [] // by the history
    const result = one.syncResult ?? one.operation?.sync
    const what = result?.revision ?? result?.revisions.join(', ')
    const phase = one.phase?.toLowerCase() ?? 'in an unknown phase'
    const draft = evidenceDraft({
      ...firstTiming(answers, ...(end === null ? [one.startedAt] : [one.finishedAt])),
      nativeId: `operation ${wordsOf(one.startedAt) ?? ''}`.trim(),
      startedAt: end === null ? null : start,
      text: `Sync of ${name}${what ? ` to revision ${what}` : ''} ${phase}${retries(one.retryCount)}${one.message ? `: ${one.message}` : ''}`,
      actor: actorOf(one.operation?.initiatedBy ?? null),
      kindHint: 'deploy',
      place: name,
    })
    return [told(draft, { identity: `${name} ${draft.nativeId}`, asOf: end })]
  })
  return joined(history, current)
}

/** What has no time stands first, as it may be older than all the others. */
const deployedAt = ({ value }: Located, answers: EvidenceAnswers): number =>
  instantOf(valueAt(value, 'deployedAt'), answers) ?? 0

const retries = (count: number | null): string =>
  count ? ` after ${count === 1 ? 'one retry' : `${count} retries`}` : ''

const actorOf = (by: z.infer<typeof initiator>): string | null =>
  by?.username ?? (by?.automated ? 'automated' : null)
