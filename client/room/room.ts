import { uuidv4 } from 'lib0/random'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { ActionItem } from '../../shared/content/actionItems.ts'
import type { Attachment } from '../../shared/content/attachments.ts'
import type { Card } from '../../shared/content/cards.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import type { MetricSeries } from '../../shared/content/metricSeries.ts'
import type { PreparationMark } from '../../shared/content/preparationMarks.ts'
import type { RecordView } from '../../shared/content/records.ts'
import type { RoleHolder } from '../../shared/content/roleHolders.ts'
import type { TimelineEvent } from '../../shared/content/timeline.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { Sender } from '../../shared/meeting/capabilities.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import type { WrittenText } from '../device/setAside.ts'
import type { ConnectionState } from './connectionState.ts'
import type { Wishes } from './keptWishes.ts'
import type { SaveState } from './saveState.ts'
import type { ServerClock } from './serverClock.ts'
import type { ValueStore } from './valueStore.ts'

export type RoomMemory = { here: readonly PersonId[]; heardAt: number; serverAheadMs: number | null }

/** This browser's live connection to one meeting. */
export type Room = {
  postmortemId: PostmortemId
  /** Who looks at it: a person, or the shared screen. */
  viewer: Sender
  /** Null on the shared screen. */
  me: Person | null
  contentDoc: Y.Doc
  cards: RecordView<Card>
  timeline: RecordView<TimelineEvent>
  metricSeries: RecordView<MetricSeries>
  attachments: RecordView<Attachment>
  actionItems: RecordView<ActionItem>
  roleHolders: RecordView<RoleHolder>
  preparationMarks: RecordView<PreparationMark>
  /** The one origin of this tab's edits: undo finds them by it. */
  origin: EditOrigin
  undo: Y.UndoManager
  /** Null on the shared screen, which shows itself to nobody. */
  presence: Awareness | null
  snapshot: ValueStore<MeetingSnapshot>
  /** Since when, in the server’s time, the facilitator has no connection; null while they are here. */
  facilitatorGoneSince: ValueStore<number | null>
  connection: ValueStore<ConnectionState>
  /** Some of what is stored could not be read. */
  isDamaged: ValueStore<boolean>
  /** How often the server said that guests came, waited or left. It says so to whoever may let them in. */
  guestsChanged: ValueStore<number>
  /** How often the server said that there is something new among the comments. */
  commentsChanged: ValueStore<number>
  /** How often it said that answers were opened or made more private. */
  answersChanged: ValueStore<number>
  /** The same as people are told of it: a blip is passed over. */
  line: ValueStore<ConnectionState>
  /** Who was here and when, as this device remembers it; null once the server has been heard. */
  memory: ValueStore<RoomMemory | null>
  save: ValueStore<SaveState>
  clock: ServerClock
  /** The refusal or fault to tell the person about now; null when there is none. */
  trouble: ValueStore<Problem | null>
  /** Asks the server. Null once it has happened; otherwise why not, which `trouble` shows as well. */
  send: (command: MeetingCommand) => Promise<Problem | null>
  /** What waits for the connection to come back. */
  wishes: ValueStore<Wishes>
  wish: (changed: Partial<Wishes>) => void
  /** What this person wrote and the server has not confirmed, as it stands on this screen. */
  unsentTexts: () => readonly WrittenText[]
  /** What the server did not take. It stays until the person is done with it. */
  aside: ValueStore<readonly WrittenText[]>
  dropAside: () => void
  /** Whether this browser keeps changes; null until it is known. */
  isKept: ValueStore<boolean | null>
  /** Milliseconds; for the times of what this browser writes. */
  now: () => number
  close: () => void
}

/** An id for something this browser creates. The browser's own function for it exists on https only. */
export const newId = <Id extends string>(): Id => uuidv4() as Id // a UUID fits every id's pattern
