import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { openRoom, type RoomOpening } from './openRoom.ts'
import type { Room } from './room.ts'

const RoomContext = createContext<Room | null>(null)

/** Owns the room's lifetime. Give it a `key` of the postmortem, so that another one is another room. */
export function RoomProvider({ opening, children }: { opening: RoomOpening; children: ReactNode }) {
  const [room, setRoom] = useState<Room | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the opening is where a room starts, not what it follows
  useEffect(() => {
    let opened: Room
    const open = (from: RoomOpening) => {
      opened = openRoom(from, () => {
        opened.close()
        open({ ...from, ...entered, snapshot: opened.snapshot.get() })
      })
      setRoom(opened)
    }
    open(opening)
    return () => {
      setRoom(null)
      opened.close()
    }
  }, [])
  return (
    room && (
      <RoomContext.Provider key={room.contentDoc.clientID} value={room}>
        {children}
      </RoomContext.Provider>
    )
  )
}

/** A room that starts over has been let in before. */
const entered = { enter: null, memory: null } as const

/** For tests and stories of one feature: a room made by hand. */
export const GivenRoom = RoomContext.Provider

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom is used outside a RoomProvider')
  return room
}
