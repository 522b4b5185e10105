import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, type Located, members, readEach } from '../jsonFormat.ts'
import { valueAt, wordsOf } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, words } from '../looseFields.ts'
import { nextPage } from '../nextPage.ts'
import { opsgenieAlert, opsgenieEpisode } from '../opsgenieEpisode.ts'
import { told } from '../told.ts'

const isLog = (value: unknown) => hasKeys(value, 'log', 'createdAt')
const isNote = (value: unknown) => hasKeys(value, 'note', 'createdAt')
const isAlert = (value: unknown) => hasKeys(value, 'tinyId', 'message', 'createdAt')
const isAny = (value: unknown) => isLog(value) || isNote(value) || isAlert(value)

/** Where records stand: alone, in a list, or in a page of one. */
const ways = [[], ['data'], ['values'], ['logs'], ['notes'], ['logs', 'data'], ['notes', 'data']]
const recordsIn = (payload: Located): Located[] =>
  ways.flatMap((way) => {
    const found = inside(payload, ...way)
    return isAny(found.value) ? [found] : members(found)
  })

const entry = z.object({ id, log: words, note: words, owner: words, createdAt: anything, offset: id })

/** What the REST API of Opsgenie, or of its heir in Jira, tells of alerts: an alert, its log, its notes, or lists of them. */
export const opsgenie = jsonFormat({
  name: 'opsgenie-alert',
  label: 'Opsgenie alert',
  isPayload: (value) =>
    hasKeys(value, 'data', 'took', 'requestId') ||
    recordsIn({ value, path: [] }).some((record) => isAny(record.value)),
  read(payload, answers) {
    const records = recordsIn(payload)
    const about = wordsOf(valueAt(payload.value, 'data', 'message'))
    const entries = readEach(
      records.filter(({ value }) => !isAlert(value)),
      entry,
      ({ id, log, note, owner, createdAt, offset }) => {
        const said = log ?? note ?? ''
        const nativeId = offset ?? id // the notes of Jira have an id of their own
        const draft = evidenceDraft({
          ...firstTiming(answers, createdAt),
          nativeId,
          text: about ? `${said} – ${about}` : said,
          actor: owner,
          kindHint: log ? kindOfLog(log) : kindInWords(said),
        })
        return [told(draft, nativeId ? {} : { identity: `${draft.at} ${said}` })]
      },
    )
    // An alert sums up what its log tells one by one.
    const summed = records.some(({ value }) => isLog(value))
      ? []
      : records.filter(({ value }) => isAlert(value))
    return joined(
      entries,
      readEach(summed, opsgenieAlert, (alert) => opsgenieEpisode(alert, answers)),
      nextPage(
        valueAt(payload.value, 'paging', 'next') ?? valueAt(payload.value, 'links', 'next'),
        'Opsgenie',
      ),
      nextPage(valueAt(payload.value, 'logs', 'paging', 'next'), 'Opsgenie'),
    )
  },
})

const kinds: readonly (readonly [EventKind, RegExp])[] = [
  ['other', /\bun-?ack/i],
  ['alert', /\balert (?:is )?created\b|\bcreated via\b/i],
  ['join', /\backnowledged\b/i],
  ['resolve', /\bclosed\b/i],
  [
    'escalate',
    /\bescalat|\bnotif|\bsent\b|\bassigned\b|\bownership\b|\b(?:recipient|responder|team) added\b|\badded (?:new )?(?:recipient|responder|team)/i,
  ],
]
const kindOfLog = (log: string): EventKind =>
  kinds.find(([, pattern]) => pattern.test(log))?.[0] ?? kindInWords(log)
