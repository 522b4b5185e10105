import { useRoom } from '../../room/RoomProvider.tsx'
import { useAsking } from '../../room/useAsking.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { useReadiness } from '../../room/useReadiness.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { useValue } from '../../room/valueStore.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Pips } from '../../ui/Pips.tsx'
import styles from './ReadyToMoveOn.module.css'

/** A quiet sign to the facilitator. Nothing moves on by it. */
export function ReadyToMoveOn() {
  const { me, connection, wishes, wish } = useRoom()
  const { ready, currentItemId, status } = useMeeting()
  const maySignal = useCan('signalReady')
  const readiness = useReadiness()
  const { ask } = useAsking()
  const kept = useValue(wishes).ready
  const isWaiting = kept !== null && kept.itemId === currentItemId
  const isReady = isWaiting ? kept.isReady : me !== null && ready.includes(me.personId)
  const setReady = (next: boolean) => {
    if (currentItemId === null) return
    if (connection.get().is === 'live') void ask({ type: 'setReady', itemId: currentItemId, ready: next })
    else wish({ ready: isWaiting ? null : { itemId: currentItemId, isReady: next } })
  }
  const isShown = status === 'live'
  useShortcut('ready', () => setReady(!isReady), { isOn: isShown && maySignal })
  if (!isShown) return null
  return (
    <div className={styles.ready}>
      {maySignal && (
        <Checkbox checked={isReady} onChange={setReady}>
          Ready to move on{isWaiting && <span className={styles.waits}> when the connection is back</span>}
        </Checkbox>
      )}
      <span className={styles.count}>
        <Pips on={readiness.ready} of={readiness.of} label={readiness.words} />
        {(readiness.of > 12 || !maySignal) && <span aria-hidden="true">{readiness.words}</span>}
      </span>
    </div>
  )
}
