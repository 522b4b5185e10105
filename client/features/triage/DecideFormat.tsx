import { useId, useState } from 'react'
import type { Facts } from '../../../shared/triage/facts.ts'
import { needsReason } from '../../../shared/triage/needsReason.ts'
import { lengthFor, recommend } from '../../../shared/triage/recommend.ts'
import type { ReviewFormat } from '../../../shared/triage/reviewFormats.ts'
import { chooseFormatEndpoint } from '../../../shared/wire/triage.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useForm } from '../../room/useForm.ts'
import { useRefreshTriage } from '../../room/useTriage.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { FormatChoice } from './FormatChoice.tsx'

type DecideFormatProps = {
  facts: Facts
  title: string
  verb: string
  /** What is chosen at first. */
  first: ReviewFormat
  onClose: () => void
}

/** Decides anew how it is reviewed; the reason is kept beside the one before. */
export function DecideFormat({ facts, title, verb, first, onClose }: DecideFormatProps) {
  const { postmortemId } = useRoom()
  const formId = useId()
  const refreshTriage = useRefreshTriage()
  const verdict = recommend(facts)
  const [format, setFormat] = useState<ReviewFormat>(first)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const form = useForm({
    schema: chooseFormatEndpoint.body,
    read: () => ({ format, minutes: lengthFor(format, verdict), reason }),
    ask: (body) => callApi(chooseFormatEndpoint, { params: { postmortemId }, body }),
    onDone: async () => {
      announce('How it is reviewed is decided.')
      onClose()
      await refreshTriage()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description="Everything that is known stays. The agenda follows the format."
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={form.isSending}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          if (needsReason(verdict, format) && reason.trim() === '') {
            event.preventDefault()
            event.currentTarget.querySelector('textarea')?.focus() // where the error is, so that it is read out
            return setMissing(true)
          }
          form.onSubmit(event)
        }}
      >
        {form.problem && (
          <Notice tone="late" role="alert">
            {form.problem.sentence}
          </Notice>
        )}
        <Field label="Why" error={isMissing && reason.trim() === '' ? 'Say in a sentence why.' : null}>
          {(control) => (
            <TextArea
              {...control}
              autoFocus
              name="reason"
              maxLength={500}
              value={reason}
              onChange={({ currentTarget: { value } }) => setReason(value)}
            />
          )}
        </Field>
        <FormatChoice value={format} suggested={verdict?.format ?? null} onChange={setFormat} />
      </form>
    </Dialog>
  )
}
