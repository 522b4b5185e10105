import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { viewActionItems } from '../../shared/content/actionItems.ts'
import { viewAttachments } from '../../shared/content/attachments.ts'
import { viewCards } from '../../shared/content/cards.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { viewMetricSeries } from '../../shared/content/metricSeries.ts'
import { viewPreparationMarks } from '../../shared/content/preparationMarks.ts'
import { viewRoleHolders } from '../../shared/content/roleHolders.ts'
import { viewTimeline } from '../../shared/content/timeline.ts'
import { undoOf } from '../../shared/content/undoContent.ts'
import { mayEditContent, type Sender } from '../../shared/meeting/capabilities.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { colourOf } from '../../shared/meeting/meeting.ts'
import type { Result } from '../../shared/result.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import type { ClientMessage, ServerMessage } from '../../shared/wire/socketMessages.ts'
import { isFromDevice, keepContentOnDevice } from '../device/contentOnDevice.ts'
import { isOlderThanKept } from '../device/newestPage.ts'
import { unsentChanges, unsentNowhere } from '../device/unsentChanges.ts'
import { connectDocuments } from './connectDocuments.ts'
import { type ConnectionState, loseLine, refusalOfProblem } from './connectionState.ts'
import { enterMeeting } from './enterMeeting.ts'
import { keepSetAside } from './keepSetAside.ts'
import { keepWishes, noWishes } from './keptWishes.ts'
import { rememberMeeting } from './rememberMeeting.ts'
import type { Room, RoomMemory } from './room.ts'
import { sendCommand } from './sendCommand.ts'
import { createServerClock } from './serverClock.ts'
import { steadyLine } from './steadyLine.ts'
import { trackMissed } from './trackMissed.ts'
import { trackSaving } from './trackSaving.ts'
import { valueStore } from './valueStore.ts'

/**
 * A person's room, or with a stage key the shared screen's. `snapshot` is the meeting as it was just read by HTTP, or as
 * this device remembers it: then `enter` asks to be let in, and nothing is sent before.
 */
export type RoomOpening = { snapshot: MeetingSnapshot } & (
  | { me: Person; stageKey: null; memory: RoomMemory | null; enter: (() => Promise<Joined>) | null }
  | { me: null; stageKey: string; memory: null; enter: null }
)
export type Joined = Result<{ snapshot: MeetingSnapshot }, Problem>

const ASK_AGAIN_MS = 1_500
/** Refusals that will not change by waiting. A document that is full may have room again. */
const mayWriteNoMore: readonly string[] = ['readsOnly', 'meetingEnded', 'notAMember']
/** A storage that does not answer must not keep anybody out of a meeting. */
const MOST_READING_MS = 3_000

/**
 * Opens the documents and keeps them in step until `close`. Everything a screen shows of a meeting comes from here.
 * `onStartOver` is told when the documents no longer can be: the server did not take what was written.
 */
export function openRoom(opening: RoomOpening, onStartOver: () => void = () => {}): Room {
  const { me, stageKey } = opening
  const { postmortemId } = opening.snapshot
  const viewer: Sender = me ? { as: 'person', personId: me.personId } : { as: 'projector' }
  const origin: EditOrigin = { by: 'person', personId: me?.personId ?? '' }
  const contentDoc = new Y.Doc()
  const presence = me ? new Awareness(new Y.Doc()) : null
  if (me) {
    const colour = colourOf(opening.snapshot.meeting, me.personId)
    presence?.setLocalState({ person: { ...me, colour } })
  }
  const unsent = me ? unsentChanges(me.personId, postmortemId, String(contentDoc.clientID)) : unsentNowhere
  const isOutdated = me !== null && isOlderThanKept()
  const device = me && !isOutdated ? keepContentOnDevice(me.personId, postmortemId, contentDoc) : null
  const snapshot = valueStore(opening.snapshot)
  const facilitatorGoneSince = valueStore<number | null>(null)
  const connection = valueStore<ConnectionState>({ is: 'connecting' })
  const trouble = valueStore<Problem | null>(null)
  const isDamaged = valueStore(false)
  const guestsChanged = valueStore(0)
  const commentsChanged = valueStore(0)
  const answersChanged = valueStore(0)
  const isKept = valueStore<boolean | null>(null)
  let isClosed = false

  const tell = (message: ClientMessage) => documents.tell(message)
  const clock = createServerClock((sentAt) => tell({ type: 'askTime', sentAt }))
  const now = () => clock.now() ?? Date.now()
  const { line, stop: stopSteadying } = steadyLine(connection, Date.now)
  const isRemote = (changedBy: unknown) => documents.isRemote(changedBy)
  const missing = trackMissed(contentDoc, { isRemote, line, snapshot })
  const remembering =
    me && presence
      ? rememberMeeting({
          me: me.personId,
          memory: opening.memory,
          snapshot,
          presence,
          connection,
          serverAheadMs: clock.aheadOfWallMs,
          now: Date.now,
        })
      : null
  const saving = trackSaving(contentDoc, {
    isOwn: (changedBy) => !isFromDevice(changedBy) && !isRemote(changedBy),
    sendBarrier: (number) => tell({ type: 'barrier', number }),
    connection,
    line,
    unsent,
    missed: missing.missed,
    awaySince: () => remembering?.memory.get()?.heardAt ?? null,
    mayEdit: () => mayEditContent(snapshot.get().meeting, viewer),
    now: Date.now,
  })
  const keeping = keepSetAside({
    me: me?.personId ?? null,
    postmortemId,
    contentDoc,
    device,
    saving,
    onStartOver: () => {
      if (!isClosed) onStartOver()
    },
  })

  const ahead = opening.memory?.serverAheadMs ?? null
  const stopGuessing = saving.state.subscribe(() => {
    if (ahead !== null && saving.state.get().is === 'reconnecting') clock.guess(ahead)
  })
  /** Since the last connection: the meeting heard of next is the one there is. */
  let isMeetingAwaited = false
  const heard = (message: ServerMessage) => {
    switch (message.type) {
      case 'durable':
        return saving.durable(message.number)
      case 'notStored':
        return saving.held()
      case 'damaged':
        return isDamaged.set(true)
      case 'guestsChanged':
        return guestsChanged.set(guestsChanged.get() + 1)
      case 'commentsChanged':
        return commentsChanged.set(commentsChanged.get() + 1)
      case 'answersChanged':
        return answersChanged.set(answersChanged.get() + 1)
      case 'time':
        return clock.answered(message)
      case 'refused':
        trouble.set(message)
        return mayWriteNoMore.includes(message.reason) ? keeping.setAside() : undefined
      case 'meeting':
        facilitatorGoneSince.set(message.facilitatorGoneSince)
        takeSnapshot(message.snapshot)
        if (!isMeetingAwaited) return
        isMeetingAwaited = false
        kept.fulfil(snapshot.get().meeting)
    }
  }
  const takeSnapshot = (newer: MeetingSnapshot) => {
    const known = snapshot.get()
    // The server tells of the newest meeting only: another one was planned, and counts from the beginning.
    const isAnother = newer.meetingId !== known.meetingId
    if (isAnother || newer.version >= known.version) snapshot.set(newer)
  }
  const documents = connectDocuments({
    postmortemId,
    personId: me?.personId ?? null,
    stageKey,
    contentDoc,
    presence,
    connection,
    onMessage: heard,
    onReceived: saving.received,
    onAttached: () => {
      clock.measure()
      saving.connected()
      keeping.settle()
      if (kept.wishes.get() === noWishes) return
      isMeetingAwaited = true
      tell({ type: 'askMeeting' })
    },
  })

  const send = async (command: MeetingCommand): Promise<Problem | null> => {
    const { meetingId } = snapshot.get()
    const answer = await sendCommand(meetingId, command)
    trouble.set(answer.ok ? null : answer.problem)
    if (!answer.ok) return answer.problem
    const { version } = answer.value
    setTimeout(() => {
      if (snapshot.get().meetingId === meetingId && snapshot.get().version < version)
        tell({ type: 'askMeeting' }) // the push got lost
    }, ASK_AGAIN_MS)
    return null
  }
  const kept = keepWishes(me?.personId ?? null, send)

  const undo = undoOf(contentDoc, origin)
  const entering = opening.enter && enterMeeting(opening.enter, () => loseLine(connection))
  const onWake = () => {
    if (document.visibilityState !== 'visible') return
    entering?.tryNow()
    documents.connectNow()
    clock.measure()
  }
  const warnOfLoss = (event: BeforeUnloadEvent) => {
    if (saving.changes() > 0) event.preventDefault()
  }
  document.addEventListener('visibilitychange', onWake)
  window.addEventListener('online', onWake)
  window.addEventListener('beforeunload', warnOfLoss)

  const start = async () => {
    const reading = device?.whenRead.then((isRead) => isKept.set(isRead))
    // What the device holds must be sent before anything is called saved.
    await Promise.race([reading, passing(MOST_READING_MS)])
    const answer = await entering?.answer
    if (isClosed) return
    if (answer && !answer.ok) return connection.set(refusalOfProblem(answer.problem))
    if (answer) takeSnapshot(answer.value.snapshot)
    documents.start()
  }
  if (isOutdated)
    connection.set(refusalOfProblem({ reason: 'oldProtocol', sentence: closeCodes.oldProtocol.reason }))
  else void start()

  return {
    postmortemId,
    viewer,
    me,
    contentDoc,
    cards: viewCards(contentDoc),
    timeline: viewTimeline(contentDoc),
    metricSeries: viewMetricSeries(contentDoc),
    attachments: viewAttachments(contentDoc),
    actionItems: viewActionItems(contentDoc),
    roleHolders: viewRoleHolders(contentDoc),
    preparationMarks: viewPreparationMarks(contentDoc),
    origin,
    undo,
    presence,
    snapshot,
    facilitatorGoneSince,
    connection,
    isDamaged,
    guestsChanged,
    commentsChanged,
    answersChanged,
    line,
    memory: remembering?.memory ?? noMemory,
    save: saving.state,
    clock,
    trouble,
    send,
    wishes: kept.wishes,
    wish: kept.wish,
    unsentTexts: keeping.unsentTexts,
    aside: keeping.aside,
    dropAside: keeping.drop,
    isKept,
    now,
    close: () => {
      isClosed = true
      document.removeEventListener('visibilitychange', onWake)
      window.removeEventListener('online', onWake)
      window.removeEventListener('beforeunload', warnOfLoss)
      entering?.stop()
      stopGuessing()
      remembering?.stop()
      stopSteadying()
      missing.stop()
      saving.stop()
      clock.stop()
      undo.destroy()
      documents.close()
      device?.close()
      contentDoc.destroy()
    },
  }
}

const noMemory = valueStore<RoomMemory | null>(null)

const passing = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs))
