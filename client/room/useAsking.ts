import { useState } from 'react'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

/** Why what the server decides cannot be asked for right now; null when it can. A short gap disables nothing. */
export function useWaiting(): string | null {
  const room = useRoom()
  const isOffline = useValue(room.save).is === 'offline'
  // What is shown follows a little later than the line itself.
  const isLive = useValue(room.connection).is === 'live'
  return isOffline && !isLive ? 'Waits until the connection is back' : null
}

export const noConnection: Problem = {
  reason: 'noConnection',
  sentence: 'There is no connection right now. The clock runs on, and this can be done once it is back.',
}

export type Asking = {
  /** Null once it has happened; otherwise why not, which the page shows by itself. */
  ask: (command: MeetingCommand) => Promise<Problem | null>
  /** What a button that asks must carry: it says when it is at work, and why it waits. */
  button: { busy: boolean; 'aria-disabled'?: true; title?: string }
  /** Nothing can be asked now: a question is on its way, or there is no connection. */
  mustWait: boolean
}

/** One question to the server at a time. */
export function useAsking(): Asking {
  const room = useRoom()
  const waiting = useWaiting()
  const [isAsking, setAsking] = useState(false)
  const mustWait = isAsking || waiting !== null
  const ask = async (command: MeetingCommand) => {
    const { is } = room.save.get()
    if (room.connection.get().is !== 'live' && (is === 'offline' || is === 'reconnecting')) {
      room.trouble.set(noConnection)
      return noConnection
    }
    if (isAsking) return null // a second press while the first is on its way
    setAsking(true)
    const problem = await room.send(command)
    setAsking(false)
    return problem
  }
  const button = {
    busy: isAsking,
    ...(waiting !== null && { 'aria-disabled': true as const, title: waiting }),
  }
  return { ask, button, mustWait }
}
