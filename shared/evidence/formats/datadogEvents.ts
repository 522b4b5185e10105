import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, members, readEach } from '../jsonFormat.ts'
import { valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { nextPage } from '../nextPage.ts'
import { told } from '../told.ts'

const isFirst = (value: unknown) => hasKeys(value, 'date_happened', 'title')
const isSecond = (value: unknown) =>
  valueAt(value, 'type') === 'event' && hasKeys(valueAt(value, 'attributes'), 'attributes')

const first = z.object({
  id,
  id_str: id,
  title: words,
  text: words,
  date_happened: anything,
  alert_type: words,
  host: words,
  source: words,
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
    [value, valueAt(value, 'event'), valueAt(value, 'events', 0)].some(isFirst) ||
    [value, valueAt(value, 'data'), valueAt(value, 'data', 0)].some(isSecond),
  read(payload, answers) {
    const places = [payload, inside(payload, 'event'), inside(payload, 'data')]
    const records = [
      ...places.filter(({ value }) => isFirst(value) || isSecond(value)),
      ...['events', 'data'].flatMap((key) => members(inside(payload, key))),
    ]
    return joined(
      readEach(
        records.filter(({ value }) => !hasKeys(value, 'attributes')),
        first,
        (event) => {
          const draft = evidenceDraft({
            ...firstTiming(answers, event.date_happened),
            nativeId: event.id_str ?? event.id,
            text: inWords(event.title, event.text),
            actor: 'Datadog',
            kindHint: kindOf(event.title ?? event.text ?? '', event.alert_type),
            place: event.host,
          })
          return [told(draft)]
        },
      ),
      readEach(
        records.filter(({ value }) => hasKeys(value, 'attributes')),
        second,
        ({ id: nativeId, attributes: { timestamp, message, attributes } }) => {
          const title = attributes?.title ?? attributes?.evt?.name ?? null
          const change = attributes?.monitor?.transition?.trans_type ?? attributes?.status ?? null
          const draft = evidenceDraft({
            ...firstTiming(answers, timestamp, attributes?.timestamp, attributes?.date_happened),
            nativeId: nativeId ?? attributes?.evt?.id ?? null,
            text: inWords(title, message),
            actor: 'Datadog',
            kindHint: kindOf(title ?? message ?? '', change),
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

/** `%%%` fences Markdown. */
const inWords = (title: string | null, text: string | null): string =>
  [title, text?.replaceAll('%%%', '').trim()].filter(Boolean).join(': ')

const kindOf = (title: string, change: string | null): EventKind => {
  if (/^\[recovered|recovery$/i.test(title) || /recover/i.test(change ?? '')) return 'resolve'
  if (/^\[(?:re-)?(?:triggered|warn|no data)/i.test(title)) return 'alert'
  const said = kindInWords(title)
  if (said === 'deploy' || said === 'mitigation') return said
  return /error|alert|warn|no.data/i.test(change ?? '') ? 'alert' : said
}
