import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/ids.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { presence as presenceSchema } from '../../shared/wire/presence.ts'
import { keepMeeting } from '../device/keptMeeting.ts'
import type { ConnectionState } from './connectionState.ts'
import type { RoomMemory } from './room.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

const KEEP_AFTER_MS = 1_000
/** The others' presence arrives a moment after the content. */
const FORGET_AFTER_MS = 2_000

/** Keeps how the meeting stands and who is here for the next visit, and knows both from the last one. */
export function rememberMeeting({
  me,
  memory: before,
  snapshot,
  presence,
  connection,
  now,
}: {
  me: PersonId
  memory: RoomMemory | null
  snapshot: ValueStore<MeetingSnapshot>
  presence: Awareness
  connection: ValueStore<ConnectionState>
  now: () => number
}): { memory: ValueStore<RoomMemory | null>; stop: () => void } {
  const memory = valueStore(before)
  let heardAt = before?.heardAt ?? now()
  let here = before?.here ?? []
  let wasLive = false
  let keeping: ReturnType<typeof setTimeout> | undefined
  let forgetting: ReturnType<typeof setTimeout> | undefined

  const keepNow = () => {
    clearTimeout(keeping)
    keeping = undefined
    if (connection.get().is === 'live') {
      heardAt = now()
      here = peopleIn(presence)
    }
    keepMeeting(me, { snapshot: snapshot.get(), here: [...here], heardAt })
  }
  const keepSoon = () => {
    keeping ??= setTimeout(keepNow, KEEP_AFTER_MS)
  }
  const onPresence = () => {
    if (connection.get().is === 'live') keepSoon()
  }
  const stopFollowing = [
    snapshot.subscribe(keepSoon),
    connection.subscribe(() => {
      const isLive = connection.get().is === 'live'
      if (wasLive && !isLive) heardAt = now()
      wasLive = isLive
      if (!isLive) return
      keepSoon()
      forgetting ??= setTimeout(() => memory.set(null), FORGET_AFTER_MS)
    }),
  ]
  presence.on('change', onPresence)
  window.addEventListener('pagehide', keepNow)
  keepSoon()
  return {
    memory,
    stop: () => {
      for (const stop of stopFollowing) stop()
      presence.off('change', onPresence)
      window.removeEventListener('pagehide', keepNow)
      clearTimeout(keeping)
      clearTimeout(forgetting)
    },
  }
}

const peopleIn = (presence: Awareness): PersonId[] => [
  ...new Set(
    [...presence.getStates().values()].flatMap((state) => {
      const parsed = presenceSchema.safeParse(state)
      return parsed.success ? parsed.data.person.personId : []
    }),
  ),
]
