import type { TurnKind } from '../../../shared/meeting/turnQueue.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { type Asking, useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'

export type Hand = {
  /** 0 is next; null when the hand is down. */
  place: number | null
  hasFloor: boolean
  /** What waits for the connection; null when nothing does. */
  waitsTo: 'goUp' | 'goDown' | null
  toggle: () => void
  say: (kind: TurnKind, note: string) => void
  button: Asking['button']
}

/** This person's own hand. Raising it says the same thing however often it is sent, so it may wait for a connection. */
export function useHand(): Hand {
  const { me, connection, wishes, wish } = useRoom()
  const { hand } = useValue(wishes)
  const meeting = useMeeting()
  const { ask, button } = useAsking()
  const position = meeting.turnQueue.findIndex((turn) => turn.personId === me?.personId)
  const place = position === -1 ? null : position
  const hasFloor = me !== null && meeting.floor?.holderId === me.personId
  const say = (kind: TurnKind, note: string) => void ask({ type: 'raiseHand', kind, note })

  const toggle = () => {
    if (me === null || hasFloor) return
    if (hand !== null) wish({ hand: null })
    else if (connection.get().is !== 'live') wish({ hand: place === null ? raised : { isUp: false } })
    else if (place === null) say('newPoint', '')
    else void ask({ type: 'lowerHand', personId: me.personId })
  }
  const waitsTo = hand && (hand.isUp ? 'goUp' : 'goDown')
  return { place, hasFloor, waitsTo, toggle, say, button: { busy: button.busy } }
}

const raised = { isUp: true, kind: 'newPoint', note: '' } as const
