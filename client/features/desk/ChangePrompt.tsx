import { Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

const MOST_PROMPT = 280

/** The question of the moment, in the facilitator's own words. */
export function ChangePrompt({ shown }: { shown: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Pencil aria-hidden="true" /> Change prompt
      </Button>
      {isOpen && <PromptDialog shown={shown} onClose={() => setOpen(false)} />}
    </>
  )
}

function PromptDialog({ shown, onClose }: { shown: string; onClose: () => void }) {
  const { prompt } = useMeeting()
  const { ask, button } = useAsking()
  const [words, setWords] = useState(shown)
  const put = async (next: string | null) => {
    if (await ask({ type: 'setPrompt', prompt: next })) return
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== '') void put(words)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="What do you ask the room?"
      footer={
        <>
          {prompt !== null && (
            <Button {...button} kind="quiet" onClick={() => void put(null)}>
              Back to the step’s own
            </Button>
          )}
          <Button {...button} kind="primary" type="submit" form="prompt-form">
            Put on stage
          </Button>
        </>
      }
    >
      <form id="prompt-form" onSubmit={submit}>
        <Field label="Prompt" hint="Everyone reads it, here and on the shared screen, until the next item.">
          {(control) => (
            <TextArea
              {...control}
              required
              maxLength={MOST_PROMPT}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
