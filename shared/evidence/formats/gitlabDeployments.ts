import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { jsonFormat, readEach } from '../jsonFormat.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'

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

/** Deployments of a project, from the API of GitLab. */
export const gitlabDeployments = jsonFormat({
  name: 'gitlab-deployments',
  label: 'GitLab deployments',
  isPayload: (value) => hasKeys(value, 'iid', 'environment', 'created_at'),
  read: (payload, answers) =>
    readEach([payload], deployment, ({ id: nativeId, ref, sha, status, deployable, ...rest }) => {
      const what = [ref ?? 'an unnamed branch', sha && `(${sha.slice(0, 8)})`].filter(Boolean).join(' ')
      const where = rest.environment?.name ?? 'an unnamed environment'
      const title = deployable?.commit?.title ?? null
      const asOf = instantOf(rest.updated_at, answers)
      const hint = kindInWords(`${deployable?.name ?? ''} ${ref ?? ''} ${title ?? ''}`)
      const draft = evidenceDraft({
        ...firstTiming(answers, rest.created_at),
        nativeId,
        endedAt: instantOf(deployable?.finished_at, answers),
        text: `Deployment of ${what} to ${where}: ${status ?? 'in an unknown state'}${title ? ` – ${title}` : ''}`,
        actor: rest.user?.name ?? rest.user?.username ?? null,
        kindHint: hint === 'mitigation' ? hint : 'deploy',
        place: where,
      })
      return [told(draft, nativeId ? { identity: nativeId, asOf } : {})]
    }),
})
