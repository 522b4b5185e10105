import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { WrittenText } from '../../client/device/setAside.ts'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { keepWishes } from '../../client/room/keptWishes.ts'
import { GivenRoom } from '../../client/room/RoomProvider.tsx'
import type { Room, RoomMemory } from '../../client/room/room.ts'
import type { SaveState } from '../../client/room/saveState.ts'
import { valueStore } from '../../client/room/valueStore.ts'
import { viewActionItems } from '../../shared/content/actionItems.ts'
import { viewAttachments } from '../../shared/content/attachments.ts'
import { viewCards } from '../../shared/content/cards.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { viewMetricSeries } from '../../shared/content/metricSeries.ts'
import { emptyDraft, type PostmortemDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import { viewPreparationMarks } from '../../shared/content/preparationMarks.ts'
import { viewRoleHolders } from '../../shared/content/roleHolders.ts'
import { viewTimeline } from '../../shared/content/timeline.ts'
import { undoOf } from '../../shared/content/undoContent.ts'
import { parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import type { MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import type { Attendance } from '../../shared/meeting/attendance.ts'
import type { Sender } from '../../shared/meeting/capabilities.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { decide } from '../../shared/meeting/decide.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { evolve } from '../../shared/meeting/evolve.ts'
import {
  colourOf,
  emptyMeeting,
  facilitatorOf,
  type Meeting,
  type MeetingRole,
} from '../../shared/meeting/meeting.ts'
import { refusalMessages } from '../../shared/meeting/refusals.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { Problem } from '../../shared/wire/problem.ts'

export type GivenPerson = { name: string; role: MeetingRole }

export const maren: GivenPerson = { name: 'Maren Oduya', role: 'facilitator' }
export const tomas: GivenPerson = { name: 'Tomás Vidal', role: 'participant' }
export const noor: GivenPerson = { name: 'Noor Haddad', role: 'notetaker' }
export const wei: GivenPerson = { name: 'Wei Chen', role: 'observer' }

export const idOf = ({ name }: GivenPerson): PersonId => name.replace(/\W+/g, '-') as PersonId

const NOW = Date.parse('2026-03-12T14:00:00Z')

export type HandmadeRoom = Room & {
  /** The same meeting as another person sends a command to it. */
  sendAs: (sender: GivenPerson, command: MeetingCommand) => Promise<Problem | null>
  setNow: (now: number) => void
  /** The connection is back, and the meeting is known as it is now. */
  comeBack: () => void
}

/** A room without a network: a document of this process, and a meeting decided by the same machine as the server's. */
export function givenRoom({
  draft = emptyDraft('Checkout slowed after a connection-pool change', 'SEV-2'),
  people = [maren, tomas, noor, wei],
  me = maren,
  contentDoc = seedContent(draft, NOW, newTestId()),
}: {
  draft?: PostmortemDraft
  people?: GivenPerson[]
  /** Null is the shared screen. */
  me?: GivenPerson | null
  /** A document two rooms keep in step, or an empty one that has not arrived yet. */
  contentDoc?: Y.Doc
} = {}): HandmadeRoom {
  let now = NOW
  const snapshot = valueStore<MeetingSnapshot>({
    postmortemId: 'p1' as PostmortemId,
    meetingId: 'm1' as MeetingId,
    version: 1 + people.length,
    meeting: openingMeeting(people),
  })
  const trouble = valueStore<Problem | null>(null)
  const presence = me ? new Awareness(new Y.Doc()) : null
  const person = me && { personId: idOf(me), name: me.name }
  if (person) {
    presence?.setLocalState({
      person: { ...person, colour: colourOf(snapshot.get().meeting, person.personId) },
    })
  }
  const origin: EditOrigin = { by: 'person', personId: person?.personId ?? '' }
  const viewer: Sender = person ? { as: 'person', personId: person.personId } : { as: 'projector' }

  const connection = valueStore<ConnectionState>({ is: 'live' })
  const facilitatorGoneSince = valueStore<number | null>(null)
  const attendance: Attendance = {
    goneMs: (personId) => {
      const since = facilitatorGoneSince.get()
      const isFacilitator = facilitatorOf(snapshot.get().meeting)?.personId === personId
      return since === null || !isFacilitator ? 0 : now - since
    },
    hereMs: () => 1,
  }

  const sendFrom = async (sender: Sender, command: MeetingCommand): Promise<Problem | null> => {
    const before = snapshot.get()
    const decision = decide(before.meeting, command, sender, { attendance, now })
    const problem = decision.ok
      ? null
      : { reason: decision.problem, sentence: refusalMessages[decision.problem] }
    if (sender === viewer) trouble.set(problem)
    if (!decision.ok) return problem
    const meeting = decision.value.reduce((earlier, event) => evolve(earlier, event, now), before.meeting)
    snapshot.set({ ...before, version: before.version + decision.value.length, meeting })
    return null
  }

  const send = (command: MeetingCommand) => sendFrom(viewer, command)
  const kept = keepWishes(person?.personId ?? null, send)
  const aside = valueStore<readonly WrittenText[]>([])

  return {
    postmortemId: 'p1' as PostmortemId,
    viewer,
    me: person,
    contentDoc,
    cards: viewCards(contentDoc),
    timeline: viewTimeline(contentDoc),
    metricSeries: viewMetricSeries(contentDoc),
    attachments: viewAttachments(contentDoc),
    actionItems: viewActionItems(contentDoc),
    roleHolders: viewRoleHolders(contentDoc),
    preparationMarks: viewPreparationMarks(contentDoc),
    origin,
    undo: undoOf(contentDoc, origin, 0),
    presence,
    snapshot,
    facilitatorGoneSince,
    isDamaged: valueStore(false),
    guestsChanged: valueStore(0),
    commentsChanged: valueStore(0),
    answersChanged: valueStore(0),
    connection,
    line: connection,
    memory: valueStore<RoomMemory | null>(null),
    save: valueStore<SaveState>({ is: 'saved' }),
    clock: {
      now: () => now,
      onAdjusted: () => () => {},
      measure: () => {},
      guess: () => {},
      aheadOfWallMs: () => null,
      answered: () => {},
      stop: () => {},
    },
    trouble,
    send,
    wishes: kept.wishes,
    wish: kept.wish,
    comeBack: () => {
      connection.set({ is: 'live' })
      kept.fulfil(snapshot.get().meeting)
    },
    unsentTexts: () => [],
    aside,
    dropAside: () => aside.set([]),
    isKept: valueStore<boolean | null>(true),
    now: () => now,
    close: () => contentDoc.destroy(),
    sendAs: (sender, command) => sendFrom({ as: 'person', personId: idOf(sender) }, command),
    setNow: (at) => {
      now = at
    },
  }
}

export const InRoom = ({ room, children }: { room: Room; children: ReactNode }) => (
  <GivenRoom value={room}>{children}</GivenRoom>
)

/** One of the files in test/evidence/incidents, by name without `.json`. */
export function incidentDraft(name: string): PostmortemDraft {
  const parsed = parseIncidentFile(readFileSync(`test/evidence/incidents/${name}.json`, 'utf8'))
  if (!parsed.ok) throw new Error(`${name} does not import: ${JSON.stringify(parsed.problem)}`)
  return parsed.value
}

/** Ids that are the same in every run. */
export function newTestId(): () => string {
  let last = 0
  return () => `id-${++last}`
}

function openingMeeting(people: GivenPerson[]): Meeting {
  const opening: MeetingEvent[] = [
    { type: 'meetingCreated', agenda: agendaFromTemplate('60') },
    ...people.map(
      (person): MeetingEvent => ({
        type: 'memberJoined',
        personId: idOf(person),
        name: person.name,
        role: person.role,
      }),
    ),
  ]
  return opening.reduce((meeting, event) => evolve(meeting, event, NOW), emptyMeeting)
}
