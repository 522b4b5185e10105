import { expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { kubernetesEvents } from '../../../shared/evidence/formats/kubernetesEvents.ts'
import { kubernetesTable } from '../../../shared/evidence/formats/kubernetesTable.ts'
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
