import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { htmlText } from '../htmlText.ts'
import { inside, joined, jsonFormat, members, nothing, type PayloadRead, readEach } from '../jsonFormat.ts'
import { isRecord, listOf, recordOf, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { listPage } from '../nextPage.ts'
import { told } from '../told.ts'

const event = z.object({
  id,
  attributes: z.object({
    event: words,
    event_raw: words,
    source: words,
    occurred_at: anything,
    created_at: anything,
    updated_at: anything,
    user: part({ name: words, full_name: words }),
  }),
})

const isEvent = (value: unknown): boolean =>
  valueAt(value, 'type') === 'incident_events' && isRecord(valueAt(value, 'attributes'))

const isHtml = /<\/[a-z][a-z\d]*>|<br\s?\/?>/i

/** The timeline of an incident, from the API of Rootly: `occurred_at` is when it was, `created_at` when it was typed. */
export const rootly = jsonFormat({
  name: 'rootly',
  label: 'Rootly incident events',
  isPayload: (value) =>
    [value, valueAt(value, 'data')].some(isEvent) || listOf(valueAt(value, 'data')).some(isEvent),
  read(payload, answers) {
    const listed = members(inside(payload, 'data'))
    const alone = [payload, inside(payload, 'data')].filter(({ value }) => isEvent(value))
    return joined(
      readEach([...alone, ...listed], event, ({ id: nativeId, attributes: one }) => {
        // The raw one is what was typed, before links and mentions were made HTML of.
        const written = one.event_raw ?? one.event ?? ''
        const text = one.event_raw && !isHtml.test(one.event_raw) ? one.event_raw : htmlText(written)
        const by = one.user?.full_name ?? one.user?.name ?? null
        const draft = evidenceDraft({
          ...firstTiming(answers, one.occurred_at, one.created_at),
          nativeId,
          recordedAt: instantOf(one.created_at, answers),
          text,
          actor: by,
          kindHint: kindInWords(text),
        })
        const asOf = instantOf(one.updated_at, answers)
        return [told(draft, nativeId ? { identity: nativeId, asOf, typed: text } : {})]
      }),
      alone.length > 0 ? nothing : pageOf(payload.value, listed.length),
    )
  },
})

const pageFields = z.object({
  current_page: z.catch(z.number(), 1),
  total_count: z.catch(z.number(), 0),
  next_page: anything,
})

function pageOf(payload: unknown, came: number): PayloadRead {
  const { current_page, total_count, next_page } = pageFields.parse(recordOf(valueAt(payload, 'meta')))
  const hasNext = Boolean(valueAt(payload, 'links', 'next') ?? next_page)
  return listPage({
    from: String(current_page),
    came,
    known: Math.max(total_count, hasNext ? current_page * came + 1 : 0),
    note: (all, known) =>
      `Rootly has at least ${known} events, and ${all} are in this file: fetch the other pages as well.`,
  })
}
