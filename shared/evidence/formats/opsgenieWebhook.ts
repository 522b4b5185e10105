import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { jsonFormat, readEach } from '../jsonFormat.ts'
import { valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'

const delivery = z.object({
  action: z.string(),
  alert: z.object({
    alertId: id,
    message: words,
    username: words,
    note: words,
    createdAt: anything,
    updatedAt: anything,
    entity: words,
    owner: words,
    oldPriority: id,
    priority: id,
    recipient: words,
    team: words,
    addedTags: words,
    removedTags: words,
  }),
  source: part({ name: words }),
  escalationName: words,
  escalation: part({ name: words }),
})

const kindByAction: Record<string, EventKind> = {
  Create: 'alert',
  Acknowledge: 'join',
  Close: 'resolve',
  Escalate: 'escalate',
  EscalateNext: 'escalate',
  AssignOwnership: 'escalate',
  TakeOwnership: 'join',
  AddRecipient: 'escalate',
  AddResponder: 'escalate',
  AddTeam: 'escalate',
}

/** The webhook of Opsgenie. `createdAt` is that of the alert, in ms; `updatedAt`, in ns, that of the action. */
export const opsgenieWebhook = jsonFormat({
  name: 'opsgenie-alert',
  label: 'Opsgenie webhook',
  isPayload: (value) =>
    typeof valueAt(value, 'action') === 'string' && hasKeys(valueAt(value, 'alert'), 'alertId'),
  read: (payload, answers) =>
    readEach([payload], delivery, ({ action, alert, source, ...one }) => {
      const escalation = one.escalationName ?? one.escalation?.name
      const times = action === 'Create' ? [alert.createdAt] : [alert.updatedAt]
      const said = [actionInWords(action), alert.message, alert.note ?? escalation, detailOf(action, alert)]
      const draft = evidenceDraft({
        ...firstTiming(answers, ...times),
        nativeId: alert.alertId,
        text: said.filter(Boolean).join(': '),
        actor: alert.username ?? source?.name ?? 'Opsgenie',
        kindHint: kindByAction[action] ?? kindInWords(alert.note ?? ''),
        place: alert.entity,
      })
      return [told(draft, { identity: `${alert.alertId} ${action} ${draft.at}` })]
    }),
})

/** Whom or what an action was about; the fields of others are those of the alert as it was anyway. */
function detailOf(action: string, alert: z.infer<typeof delivery>['alert']): string | null {
  switch (action) {
    case 'AssignOwnership':
      return alert.owner && `to ${alert.owner}`
    case 'UpdatePriority':
      return [alert.oldPriority, alert.priority].filter(Boolean).join(' → ')
    case 'AddRecipient':
      return alert.recipient
    case 'AddTeam':
      return alert.team
    default:
      return alert.addedTags ?? alert.removedTags
  }
}

/** `AddNote` → `Add note`. */
const actionInWords = (action: string): string =>
  action.charAt(0) + action.slice(1).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
