import { useEffect, useState } from 'react'
import type { TurnKind } from '../../../shared/meeting/turnQueue.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { type Asking, useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'

export type Hand = {
  /** 0 is next; null when the hand is down. */
  place: number | null
  hasFloor: boolean
  /** Raised without a connection: it goes up when the connection is back. */
  isKept: boolean
  toggle: () => void
  say: (kind: TurnKind, note: string) => void
  button: Asking['button']
}

/** This person's own hand. Raising it says the same thing however often it is sent, so it may wait for a connection. */
export function useHand(): Hand {
  const { me, connection } = useRoom()
  const isLive = useValue(connection).is !== 'reconnecting'
  const meeting = useMeeting()
  const { ask, button } = useAsking()
  const [isKept, setKept] = useState(false)
  const position = meeting.turnQueue.findIndex((turn) => turn.personId === me?.personId)
  const place = position === -1 ? null : position
  const hasFloor = me !== null && meeting.floor?.holderId === me.personId
  const say = (kind: TurnKind, note: string) => void ask({ type: 'raiseHand', kind, note })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the kept hand goes up at the moment the connection is back
  useEffect(() => {
    if (!isLive || !isKept) return
    setKept(false)
    if (place === null && !hasFloor) say('newPoint', '')
  }, [isLive])

  const toggle = () => {
    if (me === null || hasFloor) return
    if (!isLive) return setKept(place === null && !isKept)
    if (place === null) say('newPoint', '')
    else void ask({ type: 'lowerHand', personId: me.personId })
  }
  return { place, hasFloor, isKept, toggle, say, button: isLive ? button : { busy: false } }
}
