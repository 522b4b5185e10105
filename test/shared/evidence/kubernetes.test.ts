import { expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { kubernetesEvents } from '../../../shared/evidence/formats/kubernetesEvents.ts'
import { kubernetesTable } from '../../../shared/evidence/formats/kubernetesTable.ts'
import { kubernetesYaml } from '../../../shared/evidence/formats/kubernetesYaml.ts'
import { instant, readAs, readText } from './readAs.ts'

const event = (more: object = {}) => ({
  kind: 'Event',
  metadata: { name: 'e1', namespace: 'shop', uid: 'uid1', creationTimestamp: '2026-03-11T10:00:00Z' },
  involvedObject: { kind: 'Pod', name: 'checkout' },
  reason: 'Unhealthy',
  message: 'Readiness probe failed',
  type: 'Warning',
  source: { component: 'kubelet' },
  firstTimestamp: '2026-03-11T10:11:40Z',
  lastTimestamp: '2026-03-11T10:41:05Z',
  count: 57,
  eventTime: null,
  ...more,
})

test('one row stands for many occurrences, from the first to the last', () => {
  expect(readAs(kubernetesEvents, { kind: 'List', items: [event()] }).drafts).toMatchObject([
    {
      nativeId: 'e1',
      at: instant('2026-03-11T10:11:40Z'),
      endedAt: instant('2026-03-11T10:41:05Z'),
      count: 57,
      actor: 'kubelet',
      kindHint: 'signal',
      text: 'Pod checkout: Unhealthy: Readiness probe failed',
    },
  ])
})

test.each([
  [
    'eventTime',
    { eventTime: '2026-03-11T09:58:20.512345Z', firstTimestamp: null, lastTimestamp: null },
    '2026-03-11T09:58:20.512Z',
  ],
  ['its creation', { firstTimestamp: null, lastTimestamp: null }, '2026-03-11T10:00:00Z'],
])('an event without the old times is when %s says', (_name, more, at) => {
  expect(readAs(kubernetesEvents, event(more)).drafts).toMatchObject([{ at: instant(at), endedAt: null }])
})

test('a series says how often and until when', () => {
  const series = { count: 3, lastObservedTime: '2026-03-11T10:40:44.264058Z' }
  const { drafts } = readAs(
    kubernetesEvents,
    event({
      eventTime: '2026-03-11T10:25:44Z',
      firstTimestamp: null,
      lastTimestamp: null,
      count: null,
      series,
    }),
  )
  expect(drafts).toMatchObject([{ count: 3, endedAt: instant('2026-03-11T10:40:44.264Z') }])
})

test.each([
  ['BackOff', 'Normal', 'signal'],
  ['Scheduled', 'Normal', 'deploy'],
  ['DeploymentRollback', 'Normal', 'mitigation'],
  ['OperationCompleted', 'Normal', 'deploy'],
  ['LeaderElection', 'Normal', 'other'],
])('%s of type %s is suggested as %s', (reason, type, kindHint) => {
  const message = reason === 'DeploymentRollback' ? 'Rolled back deployment' : 'x'
  expect(readAs(kubernetesEvents, event({ reason, type, message })).drafts).toMatchObject([{ kindHint }])
})

test('a watch tells a row again as it grows, and the row counts once with its last number', () => {
  const grown = { type: 'MODIFIED', object: event({ count: 58, lastTimestamp: '2026-03-11T10:42:00Z' }) }
  const { drafts } = readAs(kubernetesEvents, grown, { type: 'ADDED', object: event() })
  expect(drafts).toMatchObject([{ count: 58, endedAt: instant('2026-03-11T10:42:00Z'), edited: false }])
})

test('events of the newer kind name the same things anew', () => {
  const newer = {
    metadata: { name: 'e1', namespace: 'shop' },
    regarding: { kind: 'Pod', name: 'checkout' },
    note: 'Back-off',
    reason: 'BackOff',
    eventTime: null,
    deprecatedFirstTimestamp: '2026-03-11T10:11:40Z',
    deprecatedCount: 4,
    deprecatedSource: { component: 'kubelet' },
  }
  expect(readAs(kubernetesEvents, { kind: 'EventList', items: [newer] }).drafts).toMatchObject([
    {
      at: instant('2026-03-11T10:11:40Z'),
      count: 4,
      actor: 'kubelet',
      text: 'Pod checkout: BackOff: Back-off',
    },
  ])
})

test('what is in the list beside events is left out, and that is said', () => {
  const { drafts, about } = readAs(kubernetesEvents, {
    kind: 'List',
    items: [{ kind: 'Pod', metadata: {} }, event()],
  })
  expect(drafts).toHaveLength(1)
  expect(about('leftOut')).toHaveLength(1)
})

const printed = `$ kubectl get events
LAST SEEN              TYPE      REASON      OBJECT         MESSAGE
47s (x12 over 9m2s)    Warning   BackOff     pod/checkout   Back-off restarting  failed container
2m36s                  Normal    Scheduled   pod/checkout   Successfully assigned
<unknown>              Normal    Pulled      pod/checkout   Pulled
`

test('ages are asked about: they count from when someone asked, which the table does not say', () => {
  const { drafts } = readText(kubernetesTable, printed)
  expect(drafts.map(({ at, needs, written }) => [at, needs, written])).toEqual([
    [null, ['anchor'], '47s (x12 over 9m2s)'],
    [null, ['anchor'], '2m36s'],
    [null, ['time'], '<unknown>'],
  ])
})

test('from a known moment, ages are the first and the last occurrence', () => {
  const anchor = instant('2026-03-11T10:30:00Z')
  expect(readText(kubernetesTable, printed, { ...noAnswers, anchor }).drafts).toMatchObject([
    {
      at: instant('2026-03-11T10:20:58Z'),
      endedAt: instant('2026-03-11T10:29:13Z'),
      count: 12,
      kindHint: 'signal',
      text: 'pod/checkout: BackOff: Back-off restarting  failed container',
    },
    { at: instant('2026-03-11T10:27:24Z'), endedAt: null, kindHint: 'deploy', needs: [] },
    { at: null, needs: ['time'] },
  ])
})

test('an age of whole hours or days is no more exact than that', () => {
  const rows = ['3h', '2d', '3h5m'].map((age) => `${age}  Normal  Killing  kubelet  Stopping`)
  const text = [
    'Events:',
    '  Type  Reason  Age  From  Message',
    '  ----  ------  ---  ----  -------',
    ...rows,
  ].join('\n')
  const inOrder = text.replace('Type  Reason  Age', 'Age  Type  Reason')
  const { drafts } = readText(kubernetesTable, inOrder, {
    ...noAnswers,
    anchor: instant('2026-03-11T10:30:00Z'),
  })
  expect(drafts.map(({ precision, actor }) => [precision, actor])).toEqual([
    ['hour', 'kubelet'],
    ['day', 'kubelet'],
    ['minute', 'kubelet'],
  ])
})

test('a line without the columns of the table is named', () => {
  expect(readText(kubernetesTable, `${printed}nonsense\n`).problems).toMatchObject([{ line: 6 }])
})

test('two rows stay two, in their namespace, and a list that goes on says so', () => {
  const other = event({ metadata: { name: 'e2', namespace: 'shop' } })
  const { drafts, about } = readAs(kubernetesEvents, { metadata: { continue: 'x' }, items: [event(), other] })
  expect(drafts).toMatchObject([
    { nativeId: 'e1', place: 'shop' },
    { nativeId: 'e2', place: 'shop' },
  ])
  expect(about('incomplete')).toHaveLength(1)
})

const wide = `
LAST SEEN   TYPE      REASON      OBJECT         SUBOBJECT                   SOURCE              MESSAGE                        FIRST SEEN   COUNT   NAME
47s         Warning   BackOff     pod/checkout   spec.containers{checkout}   kubelet, node-3     Back-off  restarting           9m2s         12      checkout.17a1b2c3
2m36s       Normal    Scheduled   pod/checkout                               default-scheduler   Successfully assigned to node  2m36s        1       checkout.17a1b2c4
5m          Normal    Pulled      pod/checkout   spec.containers{checkout}   kubelet, node-3     Pulled                         <unknown>    0       checkout.17a1b2c5
`

test('the wide table tells the first and the last occurrence in columns of their own', () => {
  const anchor = instant('2026-03-11T10:30:00Z')
  expect(readText(kubernetesTable, wide, { ...noAnswers, anchor }).drafts).toMatchObject([
    {
      nativeId: 'checkout.17a1b2c3',
      at: instant('2026-03-11T10:20:58Z'),
      endedAt: instant('2026-03-11T10:29:13Z'),
      count: 12,
      actor: 'kubelet',
      text: 'pod/checkout: BackOff: Back-off  restarting',
    },
    { at: instant('2026-03-11T10:27:24Z'), endedAt: null, count: 1, actor: 'default-scheduler' },
    { at: instant('2026-03-11T10:25:00Z'), endedAt: null, count: null },
  ])
  expect(readText(kubernetesTable, wide).drafts).toMatchObject(Array(3).fill({ at: null, needs: ['anchor'] }))
})

test('a row that does not stand under its columns is read cell by cell, and named where that cannot be', () => {
  const watched = `${printed}10m         Warning   FailedScheduling   pod/a-much-longer-name-than-before   0/3 nodes\n`
  expect(readText(kubernetesTable, watched).texts[3]).toBe(
    'pod/a-much-longer-name-than-before: FailedScheduling: 0/3 nodes',
  )
  const shifted = wide.replace('2m36s       Normal ', '2m36s Normal')
  expect(readText(kubernetesTable, shifted).problems).toMatchObject([{ line: 4 }])
})

test('the table of older versions tells the object by its kind', () => {
  const old = [
    'LAST SEEN   FIRST SEEN   COUNT   NAME                KIND   SUBOBJECT   TYPE      REASON      SOURCE          MESSAGE',
    '6m          9m           3       checkout.15a1b2c3   Pod                Warning   Unhealthy   kubelet, n-3    Probe failed',
  ].join('\n')
  expect(readText(kubernetesTable, old).drafts).toMatchObject([
    {
      nativeId: 'checkout.15a1b2c3',
      text: 'pod/checkout: Unhealthy: Probe failed',
      count: 3,
      needs: ['anchor'],
    },
  ])
})

test('a column of times needs no anchor', () => {
  const own = 'LAST SEEN              REASON    MESSAGE\n2026-03-11T10:11:40Z   BackOff   Back-off\n'
  expect(readText(kubernetesTable, own).drafts).toMatchObject([
    { at: instant('2026-03-11T10:11:40Z'), needs: [] },
  ])
})

test('YAML is named for what it is, and what to ask for instead', () => {
  const yaml =
    'apiVersion: v1\nitems:\n- apiVersion: v1\n  firstTimestamp: "2026-03-11T10:11:40Z"\n  kind: Event\nkind: List\n'
  expect(readText(kubernetesYaml, yaml)).toMatchObject({ drafts: [], problems: [{ line: 1 }] })
  expect(readText(kubernetesYaml, yaml).problems[0]?.problem).toContain('-o json')
})

test('a list without events is known for what it is, and the bookmarks of a watch are left out', () => {
  expect(readAs(kubernetesEvents, { apiVersion: 'v1', kind: 'List', items: [] }).problems).toEqual([])
  const bookmark = { type: 'BOOKMARK', object: { kind: 'Event', metadata: { resourceVersion: '7' } } }
  const { drafts, problems, about } = readAs(kubernetesEvents, { type: 'ADDED', object: event() }, bookmark)
  expect([drafts.length, problems.length, about('leftOut').length]).toEqual([1, 0, 1])
})

test('what Argo CD writes among the events is a deployment', () => {
  const { drafts } = readAs(
    kubernetesEvents,
    event({
      involvedObject: { kind: 'Application', name: 'checkout' },
      reason: 'OperationStarted',
      type: 'Normal',
      message: 'priya initiated sync to 77ab',
      source: { component: 'argocd-server' },
    }),
  )
  expect(drafts).toMatchObject([
    {
      kindHint: 'deploy',
      actor: 'argocd-server',
      text: 'Application checkout: OperationStarted: priya initiated sync to 77ab',
    },
  ])
})
