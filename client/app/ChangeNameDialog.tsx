import { useId } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { announce } from '../ui/liveRegions.ts'
import { useMe } from './me.ts'
import { NameForm } from './NameForm.tsx'

export function ChangeNameDialog({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const formId = useId()
  const close = () => {
    announce('Your name is changed')
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Your name"
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            Change name
          </Button>
        </>
      }
    >
      <NameForm
        formId={formId}
        label="Name"
        hint="Everybody in your meetings sees the new one."
        startsAs={me.name}
        onSaid={close}
      />
    </Dialog>
  )
}
