import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { Severity } from '../../../shared/guide/severities.ts'
import type { Membership } from '../../../shared/wire/people.ts'
import { startPostmortemEndpoint } from '../../../shared/wire/postmortems.ts'
import { callApi } from '../../room/callApi.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { postmortemsQuery } from './postmortemsQuery.ts'
import { SeverityChoice } from './SeverityChoice.tsx'
import { StartingInFields } from './StartingInFields.tsx'
import { useStartingIn } from './startingIn.ts'

const MOST_TITLE = 200

type Progress = { is: 'writing'; error: string | null } | { is: 'sending' }

type StartDialogProps = { places: readonly Membership[]; onClose: () => void }

/** A title is enough; everything else can wait until the team prepares together. */
export function StartDialog({ places, onClose }: StartDialogProps) {
  const [formId, navigate, queryClient] = [useId(), useNavigate(), useQueryClient()]
  const [title, setTitle] = useState('')
  const [severity, setSeverity] = useState<Severity | null>(null)
  const choice = useStartingIn(places)
  const [progress, setProgress] = useState<Progress>({ is: 'writing', error: null })

  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (title.trim() === '') {
      event.currentTarget.querySelector('input')?.focus() // where the error is, so that it is read out
      return setProgress({ is: 'writing', error: 'Give it a title.' })
    }
    setProgress({ is: 'sending' })
    const body = { title, severity, ...choice.startingIn }
    const answer = await callApi(startPostmortemEndpoint, { params: {}, body })
    if (!answer.ok) return setProgress({ is: 'writing', error: answer.problem.sentence })
    void queryClient.invalidateQueries(postmortemsQuery)
    await navigate({ to: '/p/$postmortemId', params: { postmortemId: answer.value.postmortemId } })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="What happened?"
      description="Only what you know. Anything can wait until you prepare together."
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={progress.is === 'sending'}>
            Start a postmortem
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void start(event)} noValidate>
        <Field label="Title" error={progress.is === 'writing' ? progress.error : null}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              autoComplete="off"
              maxLength={MOST_TITLE}
              placeholder="Checkout slowed after a connection-pool change"
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
        <SeverityChoice value={severity} onChange={setSeverity} />
        <StartingInFields {...choice} />
      </form>
    </Dialog>
  )
}
