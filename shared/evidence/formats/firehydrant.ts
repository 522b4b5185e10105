import * as z from 'zod/mini'
import { capitalised } from '../capitalised.ts'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { htmlText } from '../htmlText.ts'
import { inside, joined, jsonFormat, members, readEach } from '../jsonFormat.ts'
import { isRecord, type JsonRecord, listOf, recordOf, valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, pairs, part, words } from '../looseFields.ts'
import { numberedPage } from '../nextPage.ts'
import { told } from '../told.ts'

const event = z.object({
  id,
  type: words,
  occurred_at: anything,
  created_at: anything,
  updated_at: anything,
  author: part({ name: words }),
  data: pairs,
})

const kindByMilestone: Record<string, EventKind> = {
  started: 'signal',
  detected: 'alert',
  acknowledged: 'join',
  identified: 'hypothesis',
  mitigated: 'mitigation',
  resolved: 'resolve',
}

const isEvent = (value: unknown) =>
  hasKeys(value, 'incident_id', 'type') &&
  hasKeys(value, 'data') &&
  (hasKeys(value, 'occurred_at') || hasKeys(value, 'author'))

/** The timeline of an incident, from the API of FireHydrant. An event that was changed is listed again under its id. */
export const firehydrant = jsonFormat({
  name: 'firehydrant',
  label: 'FireHydrant incident events',
  isPayload: (value) => isEvent(value) || listOf(valueAt(value, 'data')).some(isEvent),
  read: (payload, answers) =>
    joined(
      readEach(
        isEvent(payload.value) ? [payload] : members(inside(payload, 'data')),
        event,
        ({ id: nativeId, type, data, author, ...one }) => {
          const { slug, name } = recordOf(data.milestone)
          const milestone = wordsOf(data.milestone) ?? wordsOf(slug) ?? wordsOf(name)
          const said = typed(data)
          const details = milestone === null ? wordsIn(data).join(', ') : ''
          const what = [capitalised((type ?? 'event').replaceAll('_', ' ')), details]
            .filter(Boolean)
            .join(': ')
          const draft = evidenceDraft({
            ...firstTiming(answers, one.occurred_at, one.created_at),
            nativeId,
            recordedAt: instantOf(one.created_at, answers),
            text: milestone ? [`Milestone: ${milestone}`, said].filter(Boolean).join(' – ') : (said ?? what),
            actor: author?.name ?? null,
            kindHint: (milestone && kindByMilestone[milestone.toLowerCase()]) || kindInWords(said ?? what),
          })
          const asOf = instantOf(one.updated_at, answers) ?? draft.recordedAt
          return [told(draft, nativeId ? { identity: nativeId, asOf, typed: said ?? milestone } : {})]
        },
      ),
      numberedPage(pagesOf(payload.value), 'FireHydrant'),
    ),
})

const pagesOf = (payload: unknown) => ({
  page: valueAt(payload, 'pagination', 'page'),
  pages: valueAt(payload, 'pagination', 'pages'),
  next: valueAt(payload, 'pagination', 'next'),
})

/** Each type of event keeps its words under a name of its own. */
function typed(data: JsonRecord): string | null {
  const keys = ['body', 'message', 'note', 'comment', 'summary', 'title', 'name', 'description', 'status']
  const found = keys.flatMap((key) => wordsOf(data[key]) ?? [])[0]
  return found === undefined ? null : htmlText(found)
}

/** All that is said in the data of an event whose type is not known here, but for ids, times and addresses. */
function wordsIn(data: JsonRecord, depth = 0): string[] {
  return Object.entries(data)
    .filter(([key]) => !/(?:^|_)(?:id|at|url|type)$/.test(key))
    .flatMap(([, value]) => {
      if (isRecord(value)) return depth < 2 ? wordsIn(value, depth + 1) : []
      return wordsOf(value) ?? []
    })
}
