import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, members, noted, nothing, readEach } from '../jsonFormat.ts'
import { isRecord, listOf, valueAt } from '../jsonValues.ts'
import { kubernetesKind } from '../kubernetesKind.ts'
import { amount, anything, id, part, words } from '../looseFields.ts'
import { nextPage } from '../nextPage.ts'
import { told } from '../told.ts'

const object = part({ kind: words, name: words, namespace: words })
/** Both `v1` and `events.k8s.io/v1`, which names the same things anew. */
const event = z.object({
  metadata: part({ name: id, namespace: words, uid: id, creationTimestamp: anything }),
  involvedObject: object,
  regarding: object,
  reason: words,
  message: words,
  note: words,
  type: words,
  source: part({ component: words }),
  deprecatedSource: part({ component: words }),
  reportingComponent: words,
  reportingController: words,
  firstTimestamp: anything,
  lastTimestamp: anything,
  deprecatedFirstTimestamp: anything,
  deprecatedLastTimestamp: anything,
  count: amount,
  deprecatedCount: amount,
  eventTime: anything,
  series: part({ count: amount, lastObservedTime: anything }),
})

const isEvent = (value: unknown): boolean =>
  isRecord(value) && (isRecord(value.involvedObject) || isRecord(value.regarding)) && isRecord(value.metadata)

const isEmptyList = (value: unknown): boolean =>
  /^(?:Event)?List$/.test(String(valueAt(value, 'kind'))) &&
  Array.isArray(valueAt(value, 'items')) &&
  valueAt(value, 'items', 0) === undefined
/** How far a watch has come, from time to time. */
const isBookmark = (value: unknown): boolean =>
  valueAt(value, 'type') === 'BOOKMARK' && hasKeys(value, 'object')

/** `kubectl get events -o json`, a single event, a watch. One row stands for many occurrences; rows are unsorted. */
export const kubernetesEvents = jsonFormat({
  name: 'kubernetes-events',
  label: 'Kubernetes events',
  isPayload: (value) =>
    isBookmark(value) ||
    [value, valueAt(value, 'object')].some(isEvent) ||
    listOf(valueAt(value, 'items')).some(isEvent) ||
    isEmptyList(value),
  read(payload, answers) {
    if (isBookmark(payload.value)) return noted('leftOut', 'The bookmarks of a watch were left out.')
    const single = [payload, inside(payload, 'object')].filter(({ value }) => isEvent(value))
    const items = members(inside(payload, 'items'))
    const others = items.filter(({ value }) => isRecord(value) && !isEvent(value))
    return joined(
      readEach([...single, ...items.filter((item) => !others.includes(item))], event, (one) => {
        const { metadata, series } = one
        const about = one.involvedObject ?? one.regarding
        const where = [about?.kind, about?.name].filter(Boolean).join(' ')
        const said = one.message ?? one.note ?? one.reason ?? ''
        const last =
          instantOf(series?.lastObservedTime, answers) ??
          instantOf(one.lastTimestamp ?? one.deprecatedLastTimestamp, answers)
        const draft = evidenceDraft({
          ...firstTiming(
            answers,
            one.eventTime,
            one.firstTimestamp,
            one.deprecatedFirstTimestamp,
            metadata?.creationTimestamp,
          ),
          nativeId: metadata?.name ?? metadata?.uid ?? null,
          endedAt: last,
          count: series?.count ?? one.count ?? one.deprecatedCount,
          text: [where, one.reason, said]
            .filter((part, position, all) => part && all.indexOf(part) === position)
            .join(': '),
          actor:
            one.source?.component ??
            one.deprecatedSource?.component ??
            one.reportingComponent ??
            one.reportingController,
          kindHint: kubernetesKind({ type: one.type, reason: one.reason ?? '', message: said }),
          place: about?.namespace ?? metadata?.namespace ?? null,
        })
        const identity = metadata?.uid ?? `${metadata?.namespace} ${metadata?.name}`
        return [told(draft, metadata?.uid || metadata?.name ? { identity, asOf: last } : {})]
      }),
      others.length > 0 ? noted('leftOut', 'What is in the list beside events was left out.') : nothing,
      nextPage(valueAt(payload.value, 'metadata', 'continue'), 'Kubernetes'),
    )
  },
})
