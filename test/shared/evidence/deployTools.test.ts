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
