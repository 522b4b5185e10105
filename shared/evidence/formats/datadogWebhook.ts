import { datadogKind, datadogWords } from '../datadogKind.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { jsonFormat, nothing } from '../jsonFormat.ts'
import { idOf, isRecord } from '../jsonValues.ts'
import { told } from '../told.ts'

/**
 * The webhook of a monitor. Whoever set it up chose its fields, mostly called after the variables that fill them:
 * `$EVENT_TITLE`, `$DATE_POSIX`. What none of the names tells is asked.
 */
export const datadogWebhook = jsonFormat({
  name: 'datadog-events',
  label: 'Datadog webhook',
  isPayload: (value) => {
    const fields = fieldsOf(value)
    return firstOf(fields, titles) !== null && isOfDatadog(fields)
  },
  read({ value }, answers) {
    const fields = fieldsOf(value)
    const [title, text] = [firstOf(fields, titles), firstOf(fields, texts)]
    const change = firstOf(fields, ['alerttransition', 'transition', 'alerttype', 'alertstatus', 'status'])
    const draft = evidenceDraft({
      ...firstTiming(answers, ...times.map((name) => fields.get(name))),
      nativeId: firstOf(fields, ['id', 'eventid', 'alertid']),
      text: datadogWords(title, text),
      actor: 'Datadog',
      kindHint: datadogKind(title ?? '', change),
      place: firstOf(fields, ['hostname', 'host']),
    })
    return { ...nothing, told: [told(draft, { identity: `${draft.nativeId} ${draft.at} ${draft.text}` })] }
  },
})

const titles = ['eventtitle', 'alerttitle', 'title', 'subject', 'alertname', 'monitorname']
const texts = ['textonlymsg', 'eventmsg', 'alertmessage', 'message', 'msg', 'text', 'body', 'description']
/** When it happened stands before when it was last changed. */
const times = [
  'dateposix',
  'date',
  'datehappened',
  'eventdate',
  'eventtime',
  'timestamp',
  'time',
  'lastupdatedposix',
  'lastupdated',
]

type Fields = ReadonlyMap<string, unknown>

/** `ALERT_TITLE`, `alert-title` and `alertTitle` are one name. Those of a record inside stand behind. */
function fieldsOf(value: unknown): Fields {
  const fields = new Map<string, unknown>()
  const outer = isRecord(value) ? Object.entries(value) : []
  const inner = outer.flatMap(([key, part]) =>
    isRecord(part) && !/^org/i.test(key)
      ? Object.entries(part).flatMap(([name, one]) => [[`${key}${name}`, one] as const, [name, one] as const])
      : [],
  )
  for (const [key, one] of [...outer, ...inner]) {
    const name = key.toLowerCase().replaceAll(/[^a-z]/g, '')
    if (!fields.has(name) && !isRecord(one)) fields.set(name, one)
  }
  return fields
}

const firstOf = (fields: Fields, names: readonly string[]): string | null =>
  names.flatMap((name) => idOf(fields.get(name)) ?? [])[0] ?? null

/** Marks that only the variables of Datadog leave: types of monitors, its address, fences, a variable left unfilled. */
function isOfDatadog(fields: Fields): boolean {
  const transition = firstOf(fields, ['alerttransition', 'transition'])
  if (/^(?:re-)?(?:triggered|recovered|warn|no data|renotify)$/i.test(transition ?? '')) return true
  return [...fields.values()].some(
    (one) =>
      typeof one === 'string' &&
      /^[a-z_]+_monitor$|^%%%|\bdatadoghq\.(?:com|eu)\b|\bddog-gov\.com\b|^\$(?:EVENT|ALERT|DATE|LAST_UPDATED|ID\b)/.test(
        one,
      ),
  )
}
