import { IndexeddbPersistence } from 'y-indexeddb'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { viewActionItems } from '../../shared/content/actionItems.ts'
import { viewCards } from '../../shared/content/cards.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { viewTimeline } from '../../shared/content/timeline.ts'
import { undoOf } from '../../shared/content/undoContent.ts'
import { mayEditContent, type Sender } from '../../shared/meeting/capabilities.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { colourOf } from '../../shared/meeting/meeting.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import type { ClientMessage, ServerMessage } from '../../shared/wire/socketMessages.ts'
import { connectDocuments } from './connectDocuments.ts'
import type { ConnectionState } from './connectionState.ts'
import type { Room } from './room.ts'
import { sendCommand } from './sendCommand.ts'
import { createServerClock } from './serverClock.ts'
import { trackSaving } from './trackSaving.ts'
import { valueStore } from './valueStore.ts'

/** A person's room, or with a stage key the shared screen's. `snapshot` is the meeting as it was just read by HTTP. */
export type RoomOpening = { snapshot: MeetingSnapshot } & (
  | { me: Person; stageKey: null }
  | { me: null; stageKey: string }
)

const ASK_AGAIN_MS = 1_500

/** Opens the documents and keeps them in step until `close`. Everything a screen shows of a meeting comes from here. */
export function openRoom({ snapshot: opening, me, stageKey }: RoomOpening): Room {
  const { postmortemId, meetingId } = opening
  const viewer: Sender = me ? { as: 'person', personId: me.personId } : { as: 'projector' }
  const origin: EditOrigin = { by: 'person', personId: me?.personId ?? '' }
  const contentDoc = new Y.Doc()
  const presence = me ? new Awareness(new Y.Doc()) : null
  if (me) presence?.setLocalState({ person: { ...me, colour: colourOf(opening.meeting, me.personId) } })
  const kept = me ? new IndexeddbPersistence(contentDocumentName(postmortemId), contentDoc) : null
  const snapshot = valueStore(opening)
  const facilitatorGoneSince = valueStore<number | null>(null)
  const connection = valueStore<ConnectionState>({ is: 'connecting' })
  const trouble = valueStore<Problem | null>(null)
  const isDamaged = valueStore(false)

  const tell = (message: ClientMessage) => documents.tell(message)
  const clock = createServerClock((sentAt) => tell({ type: 'askTime', sentAt }))
  const now = () => clock.now() ?? Date.now()
  const saving = trackSaving(contentDoc, {
    isOwn: (changedBy) => changedBy !== kept && !documents.isRemote(changedBy),
    sendBarrier: (number) => tell({ type: 'barrier', number }),
    connection,
    mayEdit: () => mayEditContent(snapshot.get().meeting, viewer),
    now: Date.now,
  })

  const heard = (message: ServerMessage) => {
    switch (message.type) {
      case 'durable':
        return saving.durable(message.number)
      case 'notStored':
        return saving.held()
      case 'damaged':
        return isDamaged.set(true)
      case 'time':
        return clock.answered(message)
      case 'refused':
        return trouble.set(message)
      case 'meeting':
        facilitatorGoneSince.set(message.facilitatorGoneSince)
        if (message.snapshot.version >= snapshot.get().version) snapshot.set(message.snapshot)
    }
  }
  const documents = connectDocuments({
    postmortemId,
    stageKey,
    contentDoc,
    presence,
    connection,
    onMessage: heard,
    onReceived: saving.received,
    onAttached: () => {
      clock.measure()
      saving.connected()
    },
  })

  const send = async (command: MeetingCommand): Promise<Problem | null> => {
    const answer = await sendCommand(meetingId, command)
    trouble.set(answer.ok ? null : answer.problem)
    if (!answer.ok) return answer.problem
    const { version } = answer.value
    setTimeout(() => {
      if (snapshot.get().version < version) tell({ type: 'askMeeting' }) // the push got lost
    }, ASK_AGAIN_MS)
    return null
  }

  const undo = undoOf(contentDoc, origin)
  const onWake = () => {
    if (document.visibilityState !== 'visible') return
    documents.connectNow()
    clock.measure()
  }
  const warnOfLoss = (event: BeforeUnloadEvent) => {
    if (saving.changes() > 0) event.preventDefault()
  }
  document.addEventListener('visibilitychange', onWake)
  window.addEventListener('online', onWake)
  window.addEventListener('beforeunload', warnOfLoss)

  return {
    postmortemId,
    viewer,
    me,
    contentDoc,
    cards: viewCards(contentDoc),
    timeline: viewTimeline(contentDoc),
    actionItems: viewActionItems(contentDoc),
    origin,
    undo,
    presence,
    snapshot,
    facilitatorGoneSince,
    connection,
    isDamaged,
    save: saving.state,
    clock,
    trouble,
    send,
    now,
    close: () => {
      document.removeEventListener('visibilitychange', onWake)
      window.removeEventListener('online', onWake)
      window.removeEventListener('beforeunload', warnOfLoss)
      saving.stop()
      clock.stop()
      undo.destroy()
      documents.close()
      void kept?.destroy()
      contentDoc.destroy()
    },
  }
}
