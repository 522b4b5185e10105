import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { htmlText } from '../htmlText.ts'
import { inside, joined, jsonFormat, members, readEach } from '../jsonFormat.ts'
import { isRecord, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { fewerThan, nextPage } from '../nextPage.ts'
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

/** The timeline of an incident, from the API of Rootly: `occurred_at` is when it was, `created_at` when it was typed. */
export const rootly = jsonFormat({
  name: 'rootly',
  label: 'Rootly incident events',
  isPayload: (value) => [value, valueAt(value, 'data'), valueAt(value, 'data', 0)].some(isEvent),
  read(payload, answers) {
    const listed = members(inside(payload, 'data'))
    const alone = [payload, inside(payload, 'data')].filter(({ value }) => isEvent(value))
    const total = valueAt(payload.value, 'meta', 'total_count')
    const next = valueAt(payload.value, 'links', 'next') ?? valueAt(payload.value, 'meta', 'next_page')
    const tool = 'Rootly'
    return joined(
      readEach([...alone, ...listed], event, ({ id: nativeId, attributes: one }) => {
        // The raw one is what was typed, before links and mentions were made HTML of.
        const text = one.event_raw ?? (one.event && htmlText(one.event)) ?? ''
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
      hasKeys(payload.value, 'data') && alone.length === 0 && !next
        ? fewerThan(total, listed.length, { tool, what: 'events' })
        : nextPage(next, tool),
    )
  },
})
