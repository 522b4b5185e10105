import * as z from 'zod/mini'
import { alertEpisode, alertFields } from '../alertEpisode.ts'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { unknownTime } from '../evidenceTime.ts'
import { hasKeys } from '../hasKeys.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  noted,
  nothing,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { idOf, isRecord, valueAt, wordsOf } from '../jsonValues.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'
import { truncatedNote } from '../truncatedNote.ts'

const ownKeys = ['orgId', 'silenceURL', 'dashboardURL', 'panelURL', 'valueString', 'imageURL', 'values']

/** Grafana sends what Alertmanager sends and more; the more tells them apart. */
export const isGrafanaAlert = (value: unknown): boolean =>
  isRecord(value) &&
  Array.isArray(value.alerts) &&
  (hasKeys(value, 'title', 'state') ||
    [value, ...value.alerts.slice(0, 5)].some((one) => ownKeys.some((key) => hasKeys(one, key))))

/** Grafana 8 and before, which does not say when. */
const evalMatch = part({ metric: words, value: anything })
const legacyAlert = z.object({
  ruleId: id,
  ruleName: words,
  state: z.string(),
  title: words,
  message: words,
  evalMatches: z.catch(z.array(evalMatch), []),
})
const isLegacyTest = (value: unknown): boolean =>
  valueAt(value, 'ruleName') === 'Test notification' ||
  /^Someone is testing the alert notification within Grafana/i.test(String(valueAt(value, 'message')))
const isLegacy = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.state === 'string' &&
  ['ruleId', 'ruleName', 'ruleUrl'].some((key) => hasKeys(value, key)) &&
  !Array.isArray(value.alerts)

/** The webhook of Grafana alerting. */
export const grafana = jsonFormat({
  name: 'grafana-webhook',
  label: 'Grafana webhook',
  isPayload: (value) => isGrafanaAlert(value) || isLegacy(value),
  read(payload, answers) {
    if (isLegacy(payload.value)) {
      return isLegacyTest(payload.value) ? testNote : legacy(payload)
    }
    const groupStatus = wordsOf(inside(payload, 'status').value)
    const groupTitle = wordsOf(inside(payload, 'title').value)
    const alerts = members(inside(payload, 'alerts'))
    const isTest = ({ value }: Located) => valueAt(value, 'labels', 'alertname') === 'TestAlert'
    return joined(
      readEach(
        alerts.filter((alert) => !isTest(alert)),
        alertFields,
        (alert) => alertEpisode(alert, { groupStatus, groupTitle, actor: 'Grafana', answers }),
      ),
      alerts.some(isTest) ? testNote : nothing,
      truncatedNote(inside(payload, 'truncatedAlerts').value),
    )
  },
})

const kindByState: Readonly<Record<string, EventKind>> = { ok: 'resolve', pending: 'signal', paused: 'other' }

const testNote = noted('leftOut', 'What the test button of a contact point sends was left out.')

const legacy = (payload: Located): PayloadRead =>
  readEach([payload], legacyAlert, ({ ruleId, ruleName, state, title, message, evalMatches }) => {
    const measured = evalMatches.flatMap((match) =>
      match?.metric ? `${match.metric} ${idOf(match.value) ?? ''}`.trim() : [],
    )
    const text = [title ?? `${ruleName ?? 'An alert'} is ${state}`, message, measured.join(', ')]
      .filter(Boolean)
      .join(': ')
    const draft = evidenceDraft({
      ...unknownTime(null, 'time'),
      nativeId: ruleId ?? ruleName,
      text,
      actor: 'Grafana',
      kindHint: kindByState[state.toLowerCase()] ?? 'alert',
    })
    return [told(draft, { identity: `${payload.path.join(' ')}` })]
  })
