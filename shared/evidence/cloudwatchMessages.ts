import { hasKeys } from './hasKeys.ts'
import { inside, type Located, members } from './jsonFormat.ts'
import { isRecord, valueAt } from './jsonValues.ts'
import { parsedJson } from './losslessJson.ts'

export const isAlarm = (value: unknown) => hasKeys(value, 'AlarmName', 'NewStateValue')
/** What EventBridge says of the same. */
export const isStateChange = (value: unknown) =>
  hasKeys(valueAt(value, 'detail'), 'alarmName', 'state') && hasKeys(value, 'detail-type')
export const isSnsEnvelope = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.Message === 'string' &&
  (hasKeys(value, 'TopicArn') || hasKeys(value, 'MessageId'))

/** What SNS carried, and what of its envelope tells more: when it was sent, and its id. */
export type CarriedMessage = Located & { envelope: unknown }

/** SNS in a queue that is handed to Lambda: three are wrapped around an alarm then, and no tool wraps it in more. */
const MOST_WRAPPED = 4

/** The messages in what SNS delivers, and in what Lambda, a queue or both of them make of that. */
export function cloudwatchMessages(located: Located, depth = 0): CarriedMessage[] {
  const { value, path } = located
  if (depth > MOST_WRAPPED) return []
  const lists = ['Records', 'Messages'].flatMap((key) => members(inside(located, key)))
  if (lists.length > 0) return lists.flatMap((record) => cloudwatchMessages(record, depth + 1))
  if (isRecord(valueAt(value, 'Sns'))) return cloudwatchMessages(inside(located, 'Sns'), depth + 1)
  if (isSnsEnvelope(value)) {
    return [{ value: parsedIn(value, 'Message'), path: [...path, 'Message'], envelope: value }]
  }
  const body = ['body', 'Body'].find((key) => typeof valueAt(value, key) === 'string')
  if (body === undefined) return [{ ...located, envelope: undefined }]
  return cloudwatchMessages({ value: parsedIn(value, body), path: [...path, body] }, depth + 1)
}

/** The JSON in a text; undefined if it is none, since topics and queues carry other messages as well. */
const parsedIn = (holder: unknown, key: string): unknown => parsedJson(String(valueAt(holder, key)))
