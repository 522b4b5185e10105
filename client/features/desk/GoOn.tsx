import { SkipForward, StepBack } from 'lucide-react'
import { useState } from 'react'
import { nextItem, previousItem } from '../../../shared/meeting/agenda.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { EndDialog } from './EndDialog.tsx'
import styles from './Transport.module.css'
import { WaitingToSpeak } from './WaitingToSpeak.tsx'

/** Back, and on to the next item, which the button names. On the last one it closes the meeting, after a question. */
export function GoOn() {
  const meeting = useMeeting()
  const { ask, button } = useAsking()
  const back = useAsking()
  const mayEnd = useCan('openAndEnd')
  const [isAsked, setAsked] = useState<'no' | 'waiting' | 'end'>('no')
  const { currentItemId: fromItemId } = meeting
  const next = nextItem(meeting)
  const previous = previousItem(meeting)
  const isLast = next === undefined

  const advance = () => {
    setAsked('no')
    if (fromItemId) void ask({ type: 'advanceAgenda', fromItemId })
  }
  const goOn = () => {
    if (isLast) return mayEnd && setAsked('end')
    if (meeting.turnQueue.length > 0 && isAsked === 'no') return setAsked('waiting')
    advance()
  }
  useShortcut('nextItem', goOn)
  if (fromItemId === null) return null
  return (
    <>
      <Button
        {...back.button}
        size="lg"
        disabled={!previous}
        title={previous ? `Back to ${previous.title}` : 'This is the first item'}
        onClick={() => {
          void back.ask({ type: 'goBackAgenda', fromItemId })
          if (previous) announce(`Back to ${previous.title}`)
        }}
      >
        <StepBack aria-hidden="true" /> Back
      </Button>
      {(!isLast || mayEnd) && (
        <Button {...button} size="lg" className={styles.next} onClick={goOn}>
          <SkipForward aria-hidden="true" />
          <span>{isLast ? 'Close the meeting' : `Next: ${next.title}`}</span> <Kbd>N</Kbd>
        </Button>
      )}
      {isAsked === 'waiting' && next && (
        <WaitingToSpeak nextTitle={next.title} onGoOn={advance} onStay={() => setAsked('no')} />
      )}
      {isAsked === 'end' && <EndDialog onClose={() => setAsked('no')} />}
    </>
  )
}
