import { expect, test } from 'vitest'
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
  expect(drafts.map(({ kindHint }) => kindHint)).toEqual(
    ['alert', 'other'].with(1, 'resolve').slice(0, drafts.length),
  )
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
