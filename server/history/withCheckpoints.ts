import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import type { CheckpointOccasion } from '../../shared/wire/history.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { addDueCheckpoint } from './checkpointRows.ts'
import { type CheckpointDependencies, fillCheckpoint } from './checkpoints.ts'

/**
 * The same log, which makes a checkpoint whenever the meeting begins, ends or goes to another agenda item. That it is
 * owed is stored together with the event; its content follows on the content's own way to the disk.
 */
export const withCheckpoints = (log: MeetingLog, dependencies: CheckpointDependencies): MeetingLog => ({
  ...log,
  append: (meetingId, entry) => {
    const snapshot = log.load(meetingId)
    const occasion = snapshot && occasionIn(entry.events, snapshot.meeting)
    if (!occasion) return log.append(meetingId, entry)
    const due = inTransaction(dependencies.database, () => {
      log.append(meetingId, entry)
      return addDueCheckpoint(dependencies.database, snapshot.postmortemId, {
        occasion,
        by: entry.sender,
        at: entry.at,
      })
    })
    fillCheckpoint(dependencies, due, entry.at)
  },
})

function occasionIn(events: readonly MeetingEvent[], meeting: Meeting): CheckpointOccasion | null {
  return events.map((event) => occasionOf(event, meeting)).find((occasion) => occasion !== null) ?? null
}

function occasionOf(event: MeetingEvent, { agenda }: Meeting): CheckpointOccasion | null {
  switch (event.type) {
    case 'meetingStarted':
    case 'meetingEnded':
    case 'meetingReopened':
      return { type: event.type }
    case 'agendaAdvanced':
    case 'agendaWentBack':
      return { type: event.type, title: agenda.find(({ id }) => id === event.toItemId)?.title ?? '' }
    default:
      return null
  }
}
