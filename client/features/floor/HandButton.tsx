import { Hand as HandIcon } from 'lucide-react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAsking } from '../../room/useAsking.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './HandButton.module.css'
import { useHand } from './useHand.ts'

/** Raise, lower, or pass the floor on: whichever is this person's next move. */
export function HandButton({ isLarge = false }: { isLarge?: boolean }) {
  const { me, connection } = useRoom()
  const hand = useHand()
  const passing = useAsking()
  const isLive = useValue(connection).is !== 'reconnecting'
  const pass = () => me && void passing.ask({ type: 'yieldFloor', holderSeen: me.personId })
  useShortcut('hand', hand.toggle, { isOn: !hand.hasFloor })
  useShortcut('passFloor', pass, { isOn: hand.hasFloor })

  const look = { size: 'lg', block: true, className: isLarge ? styles.large : styles.button } as const
  if (hand.hasFloor) {
    return (
      <Button {...passing.button} {...look} kind="primary" onClick={pass}>
        Pass the floor on {!isLarge && <Kbd>⇧H</Kbd>}
      </Button>
    )
  }
  const isUp = hand.place !== null || hand.isKept
  return (
    <Button
      {...hand.button}
      {...look}
      kind={isLarge && !isUp ? 'primary' : 'soft'}
      pressed={isUp}
      onClick={hand.toggle}
    >
      <HandIcon aria-hidden="true" />
      {wordsFor(hand, isLive, isLarge)} {!isLarge && <Kbd>H</Kbd>}
    </Button>
  )
}

function wordsFor(
  { place, isKept }: { place: number | null; isKept: boolean },
  isLive: boolean,
  isLarge: boolean,
): string {
  if (isKept) return 'Your hand goes up when you are back'
  if (place !== null) return isLarge ? 'Your hand is up. Lower it' : 'Lower your hand'
  return isLive ? 'Raise hand' : 'Raise hand when back'
}
