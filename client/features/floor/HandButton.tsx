import { Hand as HandIcon } from 'lucide-react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAsking, useWaiting } from '../../room/useAsking.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './HandButton.module.css'
import { useHand } from './useHand.ts'

/** Raise, lower, or pass the floor on: whichever is this person's next move. */
export function HandButton({ isLarge = false }: { isLarge?: boolean }) {
  const { me } = useRoom()
  const hand = useHand()
  const passing = useAsking()
  const isOffline = useWaiting() !== null
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
  const isUp = hand.place !== null
  return (
    <>
      {hand.waitsTo !== null && (
        <p className={styles.waits} role="status">
          Your hand goes {hand.waitsTo === 'goUp' ? 'up' : 'down'} when the connection is back
        </p>
      )}
      <Button
        {...hand.button}
        {...look}
        kind={isLarge && !isUp ? 'primary' : 'soft'}
        pressed={isUp}
        onClick={hand.toggle}
      >
        <HandIcon aria-hidden="true" />
        {hand.waitsTo === null ? wordsFor({ isUp, isOffline, isLarge }) : 'Take it back'}{' '}
        {!isLarge && <Kbd>H</Kbd>}
      </Button>
    </>
  )
}

type Words = { isUp: boolean; isOffline: boolean; isLarge: boolean }

function wordsFor({ isUp, isOffline, isLarge }: Words): string {
  if (isUp) return isLarge ? 'Your hand is up. Lower it' : 'Lower your hand'
  return isOffline ? 'Raise hand when back' : 'Raise hand'
}
