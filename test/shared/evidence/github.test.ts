import { expect, test } from 'vitest'
import { github } from '../../../shared/evidence/formats/github.ts'
import { instant, readAs } from './readAs.ts'

const priya = { login: 'priya' }
const deployment = (more: object = {}) => ({
  id: 1,
  sha: 'abc',
  ref: 'v2',
  task: 'deploy',
  environment: 'production',
  description: null,
  created_at: '2026-03-11T09:58:00Z',
  updated_at: '2026-03-11T10:02:41Z',
  creator: priya,
  ...more,
})
const run = (more: object = {}) => ({
  id: 8,
  name: 'Deploy',
  display_title: 'Deploy v2',
  run_number: 3,
  head_sha: 'abc',
  status: 'completed',
  conclusion: 'success',
  run_attempt: 1,
  created_at: '2026-03-11T09:57:10Z',
  run_started_at: '2026-03-11T09:57:10Z',
  updated_at: '2026-03-11T10:02:44Z',
  actor: priya,
  ...more,
})
const release = (more: object = {}) => ({
  id: 5,
  tag_name: 'v2',
  name: 'v2',
  draft: false,
  prerelease: false,
  created_at: '2026-03-01T00:00:00Z',
  published_at: '2026-03-11T09:55:30Z',
  author: priya,
  body: '',
  ...more,
})
const status = {
  id: 2,
  state: 'in_progress',
  created_at: '2026-03-11T09:59:00Z',
  environment: 'production',
  log_url: '',
  creator: priya,
}

test('a deployment is told the same from the list and from the webhook, and once', () => {
  const hook = { action: 'created', deployment: deployment(), repository: {}, sender: priya }
  const { drafts, about } = readAs(github, [deployment()], hook)
  expect(drafts).toMatchObject([
    {
      nativeId: '1',
      at: instant('2026-03-11T09:58:00Z'),
      text: 'Started to deploy v2 to production',
      actor: 'priya',
      kindHint: 'deploy',
    },
  ])
  expect(about('repeated')).toHaveLength(1)
})

test('the webhook of a status is that status, with the deployment it names', () => {
  const hook = { action: 'created', deployment_status: status, deployment: deployment(), repository: {} }
  expect(readAs(github, hook).drafts).toMatchObject([
    {
      nativeId: '2',
      at: instant(status.created_at),
      actor: 'priya',
      place: 'production',
      text: 'Deployment of v2 to production: in progress',
    },
  ])
  expect(readAs(github, [status]).drafts).toMatchObject([{ nativeId: '2', kindHint: 'deploy' }])
})

test('a run tells its end once it is completed, and not while it goes on', () => {
  const going = run({ id: 9, status: 'in_progress', conclusion: null })
  const { drafts } = readAs(github, { total_count: 2, workflow_runs: [run(), going] })
  expect(drafts).toMatchObject([
    { endedAt: instant('2026-03-11T10:02:44Z'), text: 'Deploy: Deploy v2 – success' },
    { endedAt: null, text: 'Deploy: Deploy v2 – in progress' },
  ])
})

test('a run that was run again is a second attempt with a beginning of its own', () => {
  const again = run({
    run_attempt: 2,
    run_started_at: '2026-03-11T11:00:00Z',
    triggering_actor: { login: 'mei' },
  })
  const { drafts } = readAs(
    github,
    { total_count: 1, workflow_runs: [run()] },
    { action: 'completed', workflow_run: again },
  )
  expect(drafts).toMatchObject([
    { nativeId: '8', at: instant('2026-03-11T09:57:10Z'), actor: 'priya' },
    { nativeId: '8', at: instant('2026-03-11T11:00:00Z'), actor: 'mei' },
  ])
  const unsaid = run({ run_attempt: 2, run_started_at: undefined })
  expect(readAs(github, unsaid).drafts).toMatchObject([{ at: null, needs: ['time'] }])
})

test('of webhooks that come out of order, the latest word on a run counts', () => {
  const began = run({ status: 'in_progress', conclusion: null, updated_at: '2026-03-11T09:57:20Z' })
  const { drafts } = readAs(
    github,
    { action: 'completed', workflow_run: run() },
    { action: 'in_progress', workflow_run: began },
  )
  expect(drafts).toMatchObject([{ text: 'Deploy: Deploy v2 – success', edited: false }])
})

test.each([
  [run({ name: 'Rollback production', display_title: '' }), 'mitigation'],
  [run({ name: 'Unit tests', display_title: '' }), 'other'],
  [deployment({ task: 'rollback' }), 'mitigation'],
])('what is rolled back or only tried is no deployment', (record, kindHint) => {
  expect(readAs(github, record).drafts).toMatchObject([{ kindHint }])
})

test('a release is when it was published, not when its commit was made', () => {
  const { drafts } = readAs(github, [release(), release({ id: 6, published_at: null })])
  expect(drafts).toMatchObject([
    { nativeId: '5', at: instant('2026-03-11T09:55:30Z'), text: 'Release v2' },
    { nativeId: '6', at: null, needs: ['time'] },
  ])
})

test('a draft of a release is left out, and that is said', () => {
  const { drafts, about } = readAs(github, [release({ draft: true, published_at: null }), release()])
  expect(drafts.map(({ nativeId }) => nativeId)).toEqual(['5'])
  expect(about('leftOut')).toHaveLength(1)
})

test('a release that was taken back is marked as deleted', () => {
  const hook = { action: 'deleted', release: release(), repository: {}, sender: priya }
  expect(readAs(github, hook).drafts).toMatchObject([{ deleted: true }])
})

test('a release that was changed is marked as edited', () => {
  const hook = { action: 'edited', release: release(), repository: {}, sender: priya }
  expect(readAs(github, hook).drafts).toMatchObject([{ edited: true, actor: 'priya', kindHint: 'deploy' }])
})

test('a page of runs says how many there are beside it', () => {
  const { about } = readAs(github, { total_count: 42, workflow_runs: [run()] })
  expect(about('incomplete')).toEqual([
    'GitHub counts 42 workflow runs, and 1 are in this file: fetch the others as well.',
  ])
})

test('statuses are read whatever addresses they leave out, and from webhooks that name no action', () => {
  const { log_url: _url, ...bare } = status
  expect(readAs(github, [bare]).drafts).toMatchObject([{ nativeId: '2', place: 'production' }])
  const hook = { deployment_status: status, deployment: deployment(), repository: {}, sender: priya }
  expect(readAs(github, hook).texts).toEqual(['Deployment of v2 to production: in progress'])
})

test('all pages of runs together are complete, in whatever order; a page that came twice counts once', () => {
  const page = (...ids: number[]) => ({ total_count: 3, workflow_runs: ids.map((id) => run({ id })) })
  expect(readAs(github, page(3), page(1, 2)).about('incomplete')).toEqual([])
  expect(readAs(github, page(1, 2), page(1, 2)).about('incomplete')).toEqual([
    'GitHub counts 3 workflow runs, and 2 are in this file: fetch the others as well.',
  ])
})
