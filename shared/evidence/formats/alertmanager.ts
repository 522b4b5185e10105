import { alertEpisode, alertFields } from '../alertEpisode.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, members, readEach } from '../jsonFormat.ts'
import { isRecord, listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { truncatedNote } from '../truncatedNote.ts'
import { isGrafanaAlert } from './grafana.ts'

const isAlert = (value: unknown): boolean => hasKeys(value, 'labels', 'startsAt')
const isGroup = (value: unknown): boolean =>
  isRecord(value) &&
  Array.isArray(value.alerts) &&
  (['groupKey', 'groupLabels', 'commonLabels', 'receiver'].some((key) => Object.hasOwn(value, key)) ||
    value.alerts.some(isAlert)) &&
  !isGrafanaAlert(value)

/** The webhook of Prometheus Alertmanager, version 4 and before, and the alerts its API and `amtool` list. */
export const alertmanager = jsonFormat({
  name: 'alertmanager-webhook',
  label: 'Alertmanager webhook',
  isPayload: (value) => isGroup(value) || isAlert(value) || listOf(valueAt(value, 'data')).some(isAlert),
  read(payload, answers) {
    const isListed = !isGroup(payload.value)
    const groupStatus = isListed ? null : wordsOf(inside(payload, 'status').value)
    const listed = isAlert(payload.value) ? [payload] : members(inside(payload, 'data'))
    const alerts = isListed ? listed : members(inside(payload, 'alerts'))
    return joined(
      readEach(alerts, alertFields, (alert) =>
        alertEpisode(isListed ? asListed(alert) : alert, { groupStatus, actor: 'Alertmanager', answers }),
      ),
      truncatedNote(inside(payload, 'truncatedAlerts').value),
    )
  },
})

/** What is listed still fires unless it says otherwise: `endsAt` is then when it is forgotten if it does not come again. */
const asListed = <Alert extends { status: string | null }>(alert: Alert): Alert => ({
  ...alert,
  status: alert.status ?? 'firing',
})
