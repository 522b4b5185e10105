import { useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { TextArea } from './TextArea.tsx'

type ReasonDialogProps = {
  title: string
  /** What follows from it. */
  about: string
  /** What the button does, as a verb. */
  verb: string
  mostLetters: number
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks for a reason, without which nothing happens. */
export function ReasonDialog({ title, about, verb, mostLetters, onConfirm, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const confirm = () => {
    if (reason.trim() === '') return setMissing(true)
    onConfirm(reason.trim())
    onClose()
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={title}
      description={about}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={confirm}>
            {verb}
          </Button>
        </>
      }
    >
      <Field label="Why" error={isMissing ? 'Say why, in a few words.' : null}>
        {(control) => (
          <TextArea
            {...control}
            maxLength={mostLetters}
            value={reason}
            onChange={({ currentTarget }) => {
              setReason(currentTarget.value)
              setMissing(false)
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}
