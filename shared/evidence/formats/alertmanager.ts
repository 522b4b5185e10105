import { alertEpisode, alertFields } from '../alertEpisode.ts'
import { inside, joined, jsonFormat, members, readEach } from '../jsonFormat.ts'
import { isRecord, wordsOf } from '../jsonValues.ts'
import { truncatedNote } from '../truncatedNote.ts'
import { isGrafanaAlert } from './grafana.ts'

/** The webhook of Prometheus Alertmanager, version 4 and before. */
export const alertmanager = jsonFormat({
  name: 'alertmanager-webhook',
  label: 'Alertmanager webhook',
  isPayload: (value) =>
    isRecord(value) &&
    Array.isArray(value.alerts) &&
    ['groupKey', 'groupLabels', 'commonLabels', 'receiver'].some((key) => Object.hasOwn(value, key)) &&
    !isGrafanaAlert(value),
  read(payload, answers) {
    const groupStatus = wordsOf(inside(payload, 'status').value)
    const alerts = members(inside(payload, 'alerts'))
    return joined(
      readEach(alerts, alertFields, (alert) =>
        alertEpisode(alert, { groupStatus, actor: 'Alertmanager', answers }),
      ),
      truncatedNote(inside(payload, 'truncatedAlerts').value),
    )
  },
})
