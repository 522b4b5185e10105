import * as z from 'zod/mini'
import { type CarriedMessage, cloudwatchMessages, isAlarm, isStateChange } from '../cloudwatchMessages.ts'
import type { EventKind } from '../eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { joined, jsonFormat, noted, type PayloadRead, readEach } from '../jsonFormat.ts'
import { valueAt, wordsOf } from '../jsonValues.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { type Told, told } from '../told.ts'

const alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: words,
  NewStateValue: z.string(),
  OldStateValue: words,
  NewStateReason: words, // may hold a date whose day and month cannot be told apart, so it stays words
  StateChangeTime: anything,
  AlarmArn: words,
  Region: words,
})
type Alarm = z.infer<typeof alarm>

const state = { value: words, reason: words, timestamp: anything }
const stateChange = z.object({
  id,
  time: anything,
  region: words,
  resources: z.catch(z.array(z.string()), []),
  detail: z.object({
    alarmName: z.string(),
    configuration: part({ description: words }),
    state: z.object({ ...state, value: z.string() }),
    previousState: part(state),
  }),
})

/** Alarms of CloudWatch: the bare message, as SNS wraps it in text, as Lambda or a queue wraps that again; and EventBridge. */
export const cloudwatch = jsonFormat({
  name: 'cloudwatch-sns',
  label: 'CloudWatch alarm',
  isPayload: (value) =>
    cloudwatchMessages({ value, path: [] }).some(
      (message) => isAlarm(message.value) || isStateChange(message.value) || isCutAlarm(message),
    ),
  read: (payload, answers) =>
    joined(cloudwatchMessages(payload).map((message): PayloadRead => readMessage(message, answers))),
})

const isCutAlarm = ({ value, envelope }: CarriedMessage): boolean =>
  value === undefined && /"AlarmName"/.test(String(valueAt(envelope, 'Message')))

function readMessage(message: CarriedMessage, answers: EvidenceAnswers): PayloadRead {
  const { value, envelope } = message
  const type = wordsOf(valueAt(envelope, 'Type'))
  if (!isAlarm(value) && type !== null && type !== 'Notification') {
    return noted('leftOut', `What SNS writes to confirm a subscription (${type}) was left out.`)
  }
  const sentAt = valueAt(envelope, 'Timestamp')
  const messageId = wordsOf(valueAt(envelope, 'MessageId'))
  if (!isStateChange(value)) {
    return readEach([message], alarm, (one) => alarmTold(one, { sentAt, nativeId: messageId, answers }))
  }
  return readEach([message], stateChange, ({ detail, ...event }) => {
    const one = {
      AlarmName: detail.alarmName,
      AlarmDescription: detail.configuration?.description ?? null,
      NewStateValue: detail.state.value,
      OldStateValue: detail.previousState?.value ?? null,
      NewStateReason: detail.state.reason,
      StateChangeTime: detail.state.timestamp,
      AlarmArn: event.resources[0] ?? null,
      Region: event.region,
    }
    return alarmTold(one, { sentAt: event.time ?? sentAt, nativeId: messageId ?? event.id, answers })
  })
}

function alarmTold(
  one: Alarm,
  { sentAt, nativeId, answers }: { sentAt: unknown; nativeId: string | null; answers: EvidenceAnswers },
): Told[] {
  const timing = firstTiming(answers, one.StateChangeTime, sentAt)
  const which = one.AlarmArn ?? one.AlarmName
  const draft = evidenceDraft({
    ...timing,
    nativeId: nativeId ?? which,
    text: [`${one.AlarmName} is ${one.NewStateValue}`, one.AlarmDescription, one.NewStateReason]
      .filter(Boolean)
      .join(': '),
    actor: 'CloudWatch',
    kindHint: kindOf(one.NewStateValue, one.OldStateValue),
    place: one.Region,
  })
  return [told(draft, { identity: `${which} ${one.NewStateValue} ${timing.at}` })]
}

const kindOf = (now: string, before: string | null): EventKind => {
  if (now === 'ALARM') return 'alert'
  if (now !== 'OK') return 'signal'
  return before === 'INSUFFICIENT_DATA' ? 'other' : 'resolve' // an alarm that has just been made is no recovery
}
