import * as z from 'zod/mini'
import { datadogKind, datadogWords } from '../datadogKind.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, sameTiming } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { idOf, listOf, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { nextPage } from '../nextPage.ts'
import { told } from '../told.ts'

const isFirst = (value: unknown) =>
  hasKeys(value, 'date_happened') && ['title', 'id_str', 'alert_type'].some((key) => hasKeys(value, key))
const isSecond = (value: unknown) =>
  valueAt(value, 'type') === 'event' &&
  ['attributes', 'timestamp', 'message'].some((key) => hasKeys(valueAt(value, 'attributes'), key))

const first = z.object({
  id,
  id_str: id,
  title: words,
  text: words,
  date_happened: anything,
  alert_type: words,
  host: words,
})
const comment = z.object({
  id,
  id_str: id,
  message: words,
  text: words,
  body: words,
  handle: words,
  date_happened: anything,
  created_at: anything,
  created: anything,
})
const second = z.object({
  id,
  attributes: z.object({
    timestamp: anything,
    message: words,
    attributes: part({
      title: words,
      timestamp: anything,
      date_happened: anything,
      status: words,
      service: words,
      evt: part({ id, name: words }),
      monitor: part({ transition: part({ trans_type: words }) }),
    }),
  }),
})

/** Events of Datadog, from either version of its API. The ids of the first have 64 bits: `id_str` has all of them. */
export const datadogEvents = jsonFormat({
  name: 'datadog-events',
  label: 'Datadog events',
  isPayload: (value) =>
    [value, valueAt(value, 'event'), ...listOf(valueAt(value, 'events'))].some(isFirst) ||
    [value, valueAt(value, 'data'), ...listOf(valueAt(value, 'data'))].some(isSecond),
  read(payload, answers) {
    const places = [payload, inside(payload, 'event'), inside(payload, 'data')]
    const records = [
      ...places.filter(({ value }) => isFirst(value) || isSecond(value)),
      ...['events', 'data'].flatMap((key) => members(inside(payload, key))),
    ]
    return joined(
      records
        .filter(({ value }) => !hasKeys(value, 'attributes'))
        .map((event): PayloadRead => readFirst(event, answers)),
      readEach(
        records.filter(({ value }) => hasKeys(value, 'attributes')),
        second,
        ({ id: nativeId, attributes: { timestamp, message, attributes } }) => {
          const title = attributes?.title ?? attributes?.evt?.name ?? null
          const change = attributes?.monitor?.transition?.trans_type ?? attributes?.status ?? null
          const draft = evidenceDraft({
            ...sameTiming(answers, timestamp, attributes?.timestamp, attributes?.date_happened),
            nativeId: nativeId ?? attributes?.evt?.id ?? null,
            text: datadogWords(title, message),
            actor: 'Datadog',
            kindHint: datadogKind(title ?? message ?? '', change),
            place: attributes?.service ?? null,
          })
          return [told(draft)]
        },
      ),
      nextPage(
        valueAt(payload.value, 'links', 'next') ?? valueAt(payload.value, 'meta', 'page', 'after'),
        'Datadog',
      ),
    )
  },
})

/** An event, the others that Datadog put together with it, and what was commented on it. */
function readFirst(located: Located, answers: EvidenceAnswers): PayloadRead {
  const about = first.safeParse(located.value).data
  const thread = about?.id_str ?? about?.id ?? null
  const comments = members(inside(located, 'comments'))
  const others = members(inside(located, 'children')).filter(
    ({ value }) => (idOf(valueAt(value, 'id_str')) ?? idOf(valueAt(value, 'id'))) !== thread,
  )
  return joined(
    readEach([located, ...others], first, (event, { value }) => {
      const title = event.title ?? (event.text ? null : (about?.title ?? null)) // a child may have only its time
      const draft = evidenceDraft({
        ...firstTiming(answers, event.date_happened),
        nativeId: event.id_str ?? event.id,
        text: datadogWords(title, event.text),
        actor: 'Datadog',
        kindHint: datadogKind(title ?? event.text ?? '', event.alert_type),
        thread: comments.length > 0 && value === located.value ? thread : null,
        place: event.host ?? about?.host ?? null,
      })
      return [told(draft)]
    }),
    readEach(comments, comment, (one) => {
      const text = one.message ?? one.text ?? one.body ?? ''
      const draft = evidenceDraft({
        ...firstTiming(answers, one.date_happened, one.created_at, one.created),
        nativeId: one.id_str ?? one.id,
        text: datadogWords(null, text),
        actor: one.handle,
        kindHint: kindInWords(text),
        thread,
      })
      return [told(draft, draft.nativeId ? {} : { identity: `${thread} ${draft.at} ${text}` })]
    }),
  )
}
