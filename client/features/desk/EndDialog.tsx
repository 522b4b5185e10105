import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export function EndDialog({ onClose }: { onClose: () => void }) {
  const { turnQueue } = useMeeting()
  const { ask, button } = useAsking()
  const end = async () => {
    await ask({ type: 'endMeeting' })
    onClose()
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Close the meeting?"
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Stay
          </Button>
          <Button {...button} kind="primary" onClick={() => void end()}>
            Close the meeting
          </Button>
        </>
      }
    >
      <p>
        {turnQueue.length > 0 &&
          `${turnQueue.length === 1 ? '1 person is' : `${turnQueue.length} people are`} still waiting to speak. `}
        The clock stops. You and the notetaker can go on writing the report; the others read. You can reopen
        the meeting.
      </p>
    </Dialog>
  )
}
