import type { Clock } from '../../shared/clock.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { Attendance } from '../../shared/meeting/attendance.ts'

/** Who is connected to which room, by person: two tabs and a phone are one person. In memory only. */
export type AttendanceBook = {
  arrived: (postmortemId: PostmortemId, personId: PersonId) => void
  /** One connection fewer. `lastHeardAt` is when it last said anything: a dead line is noticed only later. */
  left: (postmortemId: PostmortemId, personId: PersonId, lastHeardAt: number) => void
  of: (postmortemId: PostmortemId) => Attendance
}

type Attending = { connections: number; hereSince: number; lastHeardAt: number }

export function createAttendanceBook(clock: Clock): AttendanceBook {
  /** Whoever was here before this process started may come back to it; they are gone since then, not for ever. */
  const openedAt = clock()
  const rooms = new Map<PostmortemId, Map<PersonId, Attending>>()
  const find = (postmortemId: PostmortemId, personId: PersonId) => rooms.get(postmortemId)?.get(personId)

  return {
    arrived: (postmortemId, personId) => {
      const known = find(postmortemId, personId)
      if (known && known.connections > 0) {
        known.connections++
        return
      }
      const room = rooms.get(postmortemId) ?? new Map<PersonId, Attending>()
      rooms.set(
        postmortemId,
        room.set(personId, { connections: 1, hereSince: clock(), lastHeardAt: clock() }),
      )
    },
    left: (postmortemId, personId, lastHeardAt) => {
      const known = find(postmortemId, personId)
      if (!known) return
      known.connections = Math.max(0, known.connections - 1)
      known.lastHeardAt = Math.max(known.lastHeardAt, lastHeardAt)
    },
    of: (postmortemId) => ({
      goneMs: (personId) => {
        const known = find(postmortemId, personId)
        if (known && known.connections > 0) return 0
        return Math.max(1, clock() - (known?.lastHeardAt ?? openedAt))
      },
      hereMs: (personId) => {
        const known = find(postmortemId, personId)
        return known && known.connections > 0 ? clock() - known.hereSince : 0
      },
    }),
  }
}
