import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
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
import { isRecord, valueAt, wordsOf } from '../jsonValues.ts'
import { anything, words } from '../looseFields.ts'
import { losslessJson } from '../losslessJson.ts'
import { told } from '../told.ts'

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

const isAlarm = (value: unknown) => hasKeys(value, 'AlarmName', 'NewStateValue')
const isEnvelope = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.Message === 'string' &&
  (hasKeys(value, 'TopicArn') || hasKeys(value, 'MessageId'))
const isLambda = (value: unknown) => isEnvelope(valueAt(value, 'Records', 0, 'Sns'))

/** Alarms of CloudWatch: the bare message, as SNS wraps it in text, or as Lambda wraps that again. */
export const cloudwatch = jsonFormat({
  name: 'cloudwatch-sns',
  label: 'CloudWatch alarm',
  isPayload: (value) => isAlarm(value) || isLambda(value) || (isEnvelope(value) && isAlarm(messageOf(value))),
  read(payload, answers) {
    const envelopes = isLambda(payload.value)
      ? members(inside(payload, 'Records')).map((record) => inside(record, 'Sns'))
      : [payload]
    return joined(envelopes.map((envelope): PayloadRead => readMessage(envelope)))

    function readMessage(envelope: Located): PayloadRead {
      const message = isAlarm(envelope.value) ? envelope.value : messageOf(envelope.value)
      const type = wordsOf(valueAt(envelope.value, 'Type'))
      if (!isAlarm(message) && type !== null && type !== 'Notification') {
        return noted('leftOut', `What SNS writes to confirm a subscription (${type}) was left out.`)
      }
      const at = isAlarm(envelope.value) ? envelope.path : [...envelope.path, 'Message']
      return readEach([{ value: message, path: at }], alarm, (one) => {
        const timing = firstTiming(answers, one.StateChangeTime, valueAt(envelope.value, 'Timestamp'))
        const nativeId = wordsOf(valueAt(envelope.value, 'MessageId')) ?? one.AlarmArn ?? one.AlarmName
        const draft = evidenceDraft({
          ...timing,
          nativeId,
          text: [`${one.AlarmName} is ${one.NewStateValue}`, one.AlarmDescription, one.NewStateReason]
            .filter(Boolean)
            .join(': '),
          actor: 'CloudWatch',
          kindHint: kindOf(one.NewStateValue, one.OldStateValue),
          place: one.Region,
        })
        const which = one.AlarmArn ?? one.AlarmName
        return [told(draft, { identity: `${which} ${one.NewStateValue} ${timing.at}` })]
      })
    }
  },
})

/** The alarm in the text of an envelope; undefined if that is not JSON. */
function messageOf(envelope: unknown): unknown {
  const text = valueAt(envelope, 'Message')
  try {
    return typeof text === 'string' ? losslessJson(text) : undefined
  } catch {
    return undefined // the topic carries other messages as well
  }
}

const kindOf = (now: string, before: string | null): EventKind => {
  if (now === 'ALARM') return 'alert'
  if (now !== 'OK') return 'signal'
  return before === 'INSUFFICIENT_DATA' ? 'other' : 'resolve' // an alarm that has just been made is no recovery
}
