import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { presence as presenceSchema } from '../../shared/wire/presence.ts'
import { forgetMeeting, keepMeeting } from '../device/keptMeeting.ts'
import type { ConnectionState } from './connectionState.ts'
import type { RoomMemory } from './room.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

const KEEP_AFTER_MS = 1_000
/** The others' presence arrives a moment after the content. */
const FORGET_AFTER_MS = 2_000

/**
 * Keeps how the meeting stands and who is here for the next visit, and knows both from the last one. A meeting this
 * person may not open any more is not remembered.
 */
export function rememberMeeting({
  me,
  memory: before,
  snapshot,
  presence,
  connection,
  serverAheadMs,
  now,
}: {
  me: PersonId
  memory: RoomMemory | null
  snapshot: ValueStore<MeetingSnapshot>
  presence: Awareness
  connection: ValueStore<ConnectionState>
  /** How far the server's time is ahead of this machine's wall clock; null while that is not known. */
  serverAheadMs: () => number | null
  now: () => number
}): { memory: ValueStore<RoomMemory | null>; stop: () => void } {
  const memory = valueStore(before)
  let heardAt = before?.heardAt ?? now()
  let here = before?.here ?? []
  let wasLive = false
  let keeping: ReturnType<typeof setTimeout> | undefined
  let forgetting: ReturnType<typeof setTimeout> | undefined

  let isForgotten = false
  const forgetNow = () => {
    isForgotten = true
    forgetMeeting(me, snapshot.get().postmortemId)
  }
  const keepNow = () => {
    clearTimeout(keeping)
    keeping = undefined
    if (isForgotten) return
    if (connection.get().is === 'live') {
      heardAt = now()
      here = peopleIn(presence)
    }
    const ahead = serverAheadMs() ?? before?.serverAheadMs ?? null
    keepMeeting(me, { snapshot: snapshot.get(), here: [...here], heardAt, serverAheadMs: ahead })
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
      const state = connection.get()
      // One that is there and cannot be opened gives a reason of its own, and here may be the only copy.
      if (state.is === 'refused' && state.sentence === closeCodes.noSuchMeeting.reason) return forgetNow()
      const isLive = state.is === 'live'
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
