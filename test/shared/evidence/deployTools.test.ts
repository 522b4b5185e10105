import { expect, test } from 'vitest'
import { argocd } from '../../../shared/evidence/formats/argocd.ts'
import { gitlabDeployments } from '../../../shared/evidence/formats/gitlabDeployments.ts'
import { instant, readAs } from './readAs.ts'

const deployment = (more: object = {}) => ({
  id: 41,
  iid: 11,
  ref: 'main',
  sha: 'a91957a858320c0e',
  status: 'success',
  created_at: '2026-03-11T09:58:00.412Z',
  updated_at: '2026-03-11T10:02:41Z',
  user: { name: 'Priya Raman', username: 'priya' },
  environment: { name: 'production' },
  deployable: {
    name: 'deploy:prod',
    finished_at: '2026-03-11T10:02:40Z',
    commit: { title: 'Raise timeout', created_at: '2026-03-11T10:40:12+01:00' },
  },
  ...more,
})

test('a deployment of GitLab has its own beginning and end, not the time of its commit', () => {
  expect(readAs(gitlabDeployments, [deployment()]).drafts).toMatchObject([
    {
      nativeId: '41',
      at: instant('2026-03-11T09:58:00.412Z'),
      endedAt: instant('2026-03-11T10:02:40Z'),
      actor: 'Priya Raman',
      text: 'Deployment of main (a91957a8) to production: success – Raise timeout',
    },
  ])
})

test('a deployment of GitLab by nobody, of no job, is still one', () => {
  const bare = deployment({ user: null, deployable: null, status: 'failed' })
  expect(readAs(gitlabDeployments, bare).drafts).toMatchObject([
    { actor: null, endedAt: null, text: 'Deployment of main (a91957a8) to production: failed' },
  ])
})

test('a deployment of GitLab that rolls back is suggested as a mitigation', () => {
  const back = deployment({ deployable: { name: 'rollback:prod', commit: null } })
  expect(readAs(gitlabDeployments, back).drafts).toMatchObject([{ kindHint: 'mitigation' }])
})

const entry = (id: number, revision: string | undefined, more: object = {}) => ({
  id,
  revision,
  deployedAt: `2026-03-11T10:0${id}:30Z`,
  ...more,
})
const application = (history: unknown[], operationState?: object) => ({
  kind: 'Application',
  metadata: { name: 'checkout' },
  status: { history, operationState },
})

test('Argo CD tells who deployed what, or that it did so by itself, or nothing', () => {
  const { drafts } = readAs(
    argocd,
    application([
      entry(1, 'aaa', { initiatedBy: { automated: true }, deployStartedAt: '2026-03-11T10:00:00Z' }),
      entry(2, 'bbb', { initiatedBy: { username: 'priya' } }),
      entry(3, undefined, { revisions: ['ccc', 'ddd'], initiatedBy: {} }),
    ]),
  )
  expect(drafts).toMatchObject([
    { nativeId: '1', actor: 'automated', startedAt: instant('2026-03-11T10:00:00Z'), kindHint: 'deploy' },
    { nativeId: '2', actor: 'priya', startedAt: null, text: 'Deployed checkout at revision bbb' },
    { nativeId: '3', actor: null, text: 'Deployed checkout at revision ccc, ddd' },
  ])
})

test('a revision that ran before another is a way back', () => {
  const { drafts } = readAs(
    argocd,
    application([entry(1, 'aaa'), entry(2, 'aaa'), entry(3, 'bbb'), entry(4, 'aaa')]),
  )
  expect(drafts.map(({ kindHint }) => kindHint)).toEqual(['deploy', 'deploy', 'deploy', 'mitigation'])
})

test('the sync that the history tells of is told once; one that failed or goes on is told beside it', () => {
  const operation = { initiatedBy: { username: 'mei' }, sync: { revision: 'bbb' } }
  const startedAt = '2026-03-11T10:01:00Z'
  const done = { phase: 'Succeeded', startedAt, finishedAt: '2026-03-11T10:01:30Z', operation }
  expect(readAs(argocd, application([entry(1, 'bbb')], done)).drafts).toHaveLength(1)
  const failed = { ...done, phase: 'Failed', message: 'hook failed' }
  expect(readAs(argocd, application([entry(1, 'aaa')], failed)).drafts[1]).toMatchObject({
    at: instant('2026-03-11T10:01:30Z'),
    startedAt: instant(startedAt),
    actor: 'mei',
    text: 'Sync of checkout to revision bbb failed: hook failed',
  })
  const going = { ...done, phase: 'Running', finishedAt: null }
  expect(readAs(argocd, application([entry(1, 'aaa')], going)).drafts[1]).toMatchObject({
    at: instant(startedAt),
  })
})

test('applications in a list keep their deployments apart', () => {
  const other = { ...application([entry(1, 'aaa')]), metadata: { name: 'search' } }
  const { drafts } = readAs(argocd, { kind: 'List', items: [application([entry(1, 'aaa')]), other] })
  expect(drafts.map(({ place }) => place)).toEqual(['checkout', 'search'])
})

test('of a deployment of GitLab that came twice, the later state counts; another one stays another', () => {
  const began = deployment({ status: 'running', updated_at: '2026-03-11T09:59:00Z' })
  const { drafts } = readAs(gitlabDeployments, [deployment(), began, deployment({ id: 42 })])
  expect(drafts.map(({ nativeId, text }) => [nativeId, text.includes('success')])).toEqual([
    ['41', true],
    ['42', true],
  ])
})

const hook = (status: string, status_changed_at: string, more: object = {}) => ({
  object_kind: 'deployment',
  status,
  status_changed_at,
  deployment_id: 15,
  environment: 'staging',
  short_sha: '279484c0',
  user: { name: 'Mei Lin', username: 'mei' },
  commit_title: 'Raise timeout',
  ref: 'main',
  ...more,
})

test('the webhook of GitLab tells each change of a deployment, at the offset it is written in', () => {
  const running = hook('running', '2026-03-11 10:58:00 +0100')
  const done = hook('success', '2026-03-11 10:02:00 UTC', {
    commit_title: 'Revert "Raise timeout"',
    user: null,
  })
  expect(readAs(gitlabDeployments, done, running, running).drafts).toMatchObject([
    {
      nativeId: '15',
      at: instant('2026-03-11T10:02:00Z'),
      actor: null,
      kindHint: 'mitigation',
      place: 'staging',
    },
    {
      nativeId: '15',
      at: instant('2026-03-11T09:58:00Z'),
      actor: 'Mei Lin',
      kindHint: 'deploy',
      text: 'Deployment of main (279484c0) to staging: running – Raise timeout',
    },
  ])
})

test('a way back is known in whatever order the history is listed', () => {
  const newestFirst = [entry(3, 'aaa'), entry(2, 'bbb'), entry(1, 'aaa')]
  expect(
    readAs(argocd, application(newestFirst)).drafts.map(({ nativeId, kindHint }) => [nativeId, kindHint]),
  ).toEqual([
    ['1', 'deploy'],
    ['2', 'deploy'],
    ['3', 'mitigation'],
  ])
})

test('a sync that ended a second after its deployment is the one the history tells of, in a zone that is asked, too', () => {
  for (const zone of ['Z', '']) {
    const deployStartedAt = `2026-03-11T10:00:20${zone}`
    const operation = {
      phase: 'Succeeded',
      startedAt: deployStartedAt,
      finishedAt: `2026-03-11T10:01:31${zone}`,
    }
    const history = [entry(1, 'aaa', { deployStartedAt, deployedAt: `2026-03-11T10:01:30${zone}` })]
    expect(readAs(argocd, application(history, operation)).drafts).toHaveLength(1)
  }
})

test('how often a sync was tried is told, and an application that was never deployed is known for what it is', () => {
  const failed = { phase: 'Failed', startedAt: '2026-03-11T10:01:00Z', finishedAt: '2026-03-11T10:01:31Z' }
  expect(readAs(argocd, application([], { ...failed, retryCount: 2 })).texts).toEqual([
    'Sync of checkout failed after 2 retries',
  ])
  const fresh = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'x' },
    status: {},
  }
  expect(readAs(argocd, fresh).drafts).toEqual([])
})
