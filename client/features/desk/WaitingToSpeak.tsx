import { shortNameOf } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

type WaitingToSpeakProps = { nextTitle: string; onGoOn: () => void; onStay: () => void }

/** Said before the room moves on. Whoever waits keeps the place in the queue. */
export function WaitingToSpeak({ nextTitle, onGoOn, onStay }: WaitingToSpeakProps) {
  const meeting = useMeeting()
  const names = meeting.turnQueue.map(({ personId }) => shortNameOf(meeting, personId))
  const isOne = names.length === 1
  return (
    <Dialog
      open
      size="sm"
      onClose={onStay}
      title={isOne ? '1 person is waiting to speak' : `${names.length} people are waiting to speak`}
      footer={
        <>
          <Button kind="quiet" onClick={onStay}>
            Stay here
          </Button>
          <Button kind="primary" onClick={onGoOn}>
            Go on to {nextTitle}
          </Button>
        </>
      }
    >
      <p>
        {names.join(', ')} {isOne ? 'keeps the' : 'keep their'} place in the queue if you go on.
      </p>
    </Dialog>
  )
}
