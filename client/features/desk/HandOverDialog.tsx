import type { Member } from '../../../shared/meeting/meeting.ts'
import { useAsking } from '../../room/useAsking.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export function HandOverDialog({ person, onClose }: { person: Member; onClose: () => void }) {
  const { ask, button } = useAsking()
  const handOver = async () => {
    await ask({ type: 'handOverFacilitation', toPersonId: person.personId })
    onClose()
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={`Hand over to ${person.name}?`}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button {...button} kind="primary" onClick={() => void handOver()}>
            Hand over
          </Button>
        </>
      }
    >
      <p>
        {person.name} will steer the agenda, the clock and the floor. You become backup facilitator and can
        step in at any time, but only {person.name} can hand the role back.
      </p>
    </Dialog>
  )
}
