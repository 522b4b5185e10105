import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `as of 14:19` while this browser is offline: what it shows of other people is a memory then. Null otherwise. */
export function useAsOf(): string | null {
  const room = useRoom()
  const save = useValue(room.save)
  const line = useValue(room.line)
  const memory = useValue(room.memory)
  return save.is === 'offline' && line.is === 'reconnecting'
    ? `as of ${clock.format(memory?.heardAt ?? line.since)}`
    : null
}
