import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { deploymentDraft, githubDeployment, githubStatus, statusDraft } from '../github/githubDeployment.ts'
import { githubRelease, releaseDraft } from '../github/githubRelease.ts'
import { githubRun, runDraft } from '../github/githubRun.ts'
import { hasKeys } from '../hasKeys.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  noted,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { listPage } from '../nextPage.ts'

type Reader = {
  /** What a webhook calls it. */
  key: 'deployment_status' | 'deployment' | 'workflow_run' | 'release'
  is: (value: unknown) => boolean
  read: (record: Located, answers: EvidenceAnswers, hook: unknown) => PayloadRead
}

const states = /^(?:success|failure|error|inactive|in_progress|queued|pending|waiting)$/

/** In the order in which they are looked for: the webhook of a status holds its deployment as well. */
const readers: readonly Reader[] = [
  {
    key: 'deployment_status',
    is: (value) =>
      hasKeys(value, 'created_at') &&
      states.test(String(valueAt(value, 'state'))) &&
      ['deployment_url', 'environment_url', 'log_url', 'target_url', 'environment'].some((key) =>
        hasKeys(value, key),
      ),
    read: (record, answers, hook) =>
      readEach([record], githubStatus, (one) => {
        const deployment = githubDeployment.safeParse(valueAt(hook, 'deployment'))
        return statusDraft(one, deployment.success ? deployment.data : null, answers)
      }),
  },
  {
    key: 'deployment',
    is: (value) => hasKeys(value, 'ref', 'sha') && typeof valueAt(value, 'environment') === 'string',
    read: (record, answers) => readEach([record], githubDeployment, (one) => deploymentDraft(one, answers)),
  },
  {
    key: 'workflow_run',
    is: (value) => hasKeys(value, 'run_number', 'head_sha') || hasKeys(value, 'workflow_id', 'status'),
    read: (record, answers) => readEach([record], githubRun, (one) => runDraft(one, answers)),
  },
  {
    key: 'release',
    is: (value) => hasKeys(value, 'tag_name', 'draft') || hasKeys(value, 'tag_name', 'published_at'),
    read(record, answers, hook) {
      if (valueAt(record.value, 'draft') === true)
        return noted('leftOut', 'Drafts of releases were left out.')
      const action = wordsOf(valueAt(hook, 'action'))
      return readEach([record], githubRelease, (one) => releaseDraft(one, action, answers))
    },
  },
]

/** Deployments, their statuses, workflow runs and releases of GitHub: as its API lists them, and as webhooks bring them. */
export const github = jsonFormat({
  name: 'github',
  label: 'GitHub deployments, runs or releases',
  isPayload: (value) =>
    Array.isArray(valueAt(value, 'workflow_runs')) ||
    readers.some(
      ({ key, is }) =>
        is(value) ||
        hookHolds(value, key, is) ||
        listOf(valueAt(value, `${key}s`)).some((member) => is(member)),
    ),
  read(payload, answers) {
    const { value } = payload
    const alone = readers.find(({ is }) => is(value))
    if (alone) return alone.read(payload, answers, null)
    const hooked = readers.find(({ key, is }) => hookHolds(value, key, is))
    if (hooked) return hooked.read(inside(payload, hooked.key), answers, value)
    const listed = readers.flatMap((reader) =>
      members(inside(payload, `${reader.key}s`)).map((record) => reader.read(record, answers, null)),
    )
    const total = valueAt(value, 'total_count')
    if (typeof total !== 'number') return joined(listed)
    const page = listPage({
      from: String(valueAt(value, 'workflow_runs', 0, 'id')),
      came: listed.length,
      known: total,
      note: (came, known) =>
        `GitHub counts ${known} workflow runs, and ${came} are in this file: fetch the others as well.`,
    })
    return joined(listed, page)
  },
})

const hookHolds = (value: unknown, key: string, is: Reader['is']): boolean =>
  // Before 2019, only some webhooks named an action.
  ['action', 'repository', 'sender'].some((name) => hasKeys(value, name)) && is(valueAt(value, key))
