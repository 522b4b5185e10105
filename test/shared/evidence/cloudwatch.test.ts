import { expect, test } from 'vitest'
import { evidenceInput } from '../../../shared/evidence/evidenceInput.ts'
import { cloudwatch } from '../../../shared/evidence/formats/cloudwatch.ts'
import { instant, readAs } from './readAs.ts'

const alarm = (more: object = {}) => ({
  AlarmName: 'checkout-5xx',
  AlarmDescription: null,
  NewStateValue: 'ALARM',
  OldStateValue: 'OK',
  NewStateReason: '1 datapoint [9.0 (06/03/26 17:43:27)] was greater',
  StateChangeTime: '2026-03-11T10:16:11.201+0000',
  Region: 'EU (Ireland)',
  AlarmRule: 'ALARM(a) OR ALARM(b)',
  ...more,
})
const envelope = (message: unknown, more: object = {}) => ({
  Type: 'Notification',
  MessageId: 'm1',
  TopicArn: 'arn:aws:sns:x',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-03-11T10:16:12Z',
  ...more,
})

test.each([
  ['the bare message', alarm(), 'checkout-5xx'],
  ['the text in an envelope of SNS', envelope(alarm()), 'm1'],
  ['what Lambda is handed', { Records: [{ EventSource: 'aws:sns', Sns: envelope(alarm()) }] }, 'm1'],
])('an alarm is read from %s, at an offset without a colon', (_where, payload, nativeId) => {
  expect(readAs(cloudwatch, payload).drafts).toMatchObject([
    {
      nativeId,
      at: instant('2026-03-11T10:16:11.201Z'),
      kindHint: 'alert',
      actor: 'CloudWatch',
      text: 'checkout-5xx is ALARM: 1 datapoint [9.0 (06/03/26 17:43:27)] was greater',
    },
  ])
})

test.each([
  ['OK', 'ALARM', 'resolve'],
  ['OK', 'INSUFFICIENT_DATA', 'other'],
  ['INSUFFICIENT_DATA', 'OK', 'signal'],
])('%s after %s is suggested as %s', (NewStateValue, OldStateValue, kindHint) => {
  expect(readAs(cloudwatch, alarm({ NewStateValue, OldStateValue })).drafts).toMatchObject([{ kindHint }])
})

test('an alarm and its end stay two, even in envelopes with one id, and a repeat counts once', () => {
  const ok = alarm({ NewStateValue: 'OK', StateChangeTime: '2026-03-11T10:47:12.004+0000' })
  const { drafts } = readAs(cloudwatch, envelope(alarm()), envelope(ok), envelope(alarm()))
  expect(drafts.map(({ kindHint }) => kindHint)).toEqual(['alert', 'resolve'])
})

test('other messages of the topic are named, and a subscription is left out', () => {
  const records = [
    envelope(alarm()),
    envelope('disk is full'),
    envelope('sign', { Type: 'SubscriptionConfirmation' }),
  ]
  const { drafts, problems, about } = readAs(cloudwatch, { Records: records.map((Sns) => ({ Sns })) })
  expect(drafts).toHaveLength(1)
  expect(problems).toMatchObject([{ path: [0, 'Records', 1, 'Sns', 'Message'] }])
  expect(about('leftOut')).toHaveLength(1)
})

const queued = (message: unknown) => ({
  messageId: 'q1',
  eventSource: 'aws:sqs',
  body: JSON.stringify(message),
})

test.each([
  ['a queue that hands it to Lambda', { Records: [queued(envelope(alarm()))] }, 'm1'],
  ['a queue that got the bare message', { Records: [queued(alarm())] }, 'checkout-5xx'],
  [
    'a queue that was asked for it',
    { Messages: [{ MessageId: 'q1', Body: JSON.stringify(envelope(alarm())) }] },
    'm1',
  ],
])('an alarm is read from %s', (_where, payload, nativeId) => {
  expect(readAs(cloudwatch, payload).drafts).toMatchObject([
    { nativeId, at: instant('2026-03-11T10:16:11.201Z'), kindHint: 'alert' },
  ])
})

const changed = (more: object = {}) => ({
  id: 'eb1',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  time: '2026-03-11T10:16:12Z',
  region: 'eu-west-1',
  resources: ['arn:aws:cloudwatch:x'],
  detail: {
    alarmName: 'checkout-5xx',
    configuration: { description: '5xx of the load balancer' },
    previousState: { value: 'ALARM', timestamp: '2026-03-11T10:00:00.000+0000' },
    state: { value: 'OK', reason: 'Below', timestamp: '2026-03-11T10:16:11.201+0000' },
  },
  ...more,
})

test('what EventBridge says of an alarm is the same, also by way of SNS, and counts once', () => {
  const { drafts } = readAs(cloudwatch, changed(), envelope(changed()))
  expect(drafts).toMatchObject([
    {
      at: instant('2026-03-11T10:16:11.201Z'),
      kindHint: 'resolve',
      place: 'eu-west-1',
      text: 'checkout-5xx is OK: 5xx of the load balancer: Below',
    },
  ])
})

test('an alarm whose message is cut off is named, and one that stands behind another message is found', () => {
  expect(readAs(cloudwatch, envelope('{"AlarmName":"checkout-5xx","New')).problems).toMatchObject([
    { path: [0, 'Message'] },
  ])
  const records = [envelope('disk is full'), envelope(alarm())].map((Sns) => ({ Sns }))
  expect(readAs(cloudwatch, { Records: records }).drafts).toHaveLength(1)
})

test('an envelope in an envelope, over and over, ends', () => {
  let wrapped: object = queued(alarm())
  for (let depth = 0; depth < 20_000; depth++) wrapped = { Records: [wrapped] }
  expect(
    cloudwatch.recognises({ ...evidenceInput('a file', ''), documents: [{ value: wrapped, start: 0 }] }),
  ).toBe(false)
})
