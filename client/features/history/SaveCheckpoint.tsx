import { useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { checkpointName, makeCheckpointEndpoint } from '../../../shared/wire/history.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './History.module.css'
import { checkpointsQuery } from './historyQueries.ts'

export function SaveCheckpoint() {
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setNaming(true)}>
        <BookmarkPlus aria-hidden="true" />
        Save a checkpoint
      </Button>
      {isNaming && <NameDialog onClose={() => setNaming(false)} />}
    </>
  )
}

function NameDialog({ onClose }: { onClose: () => void }) {
  const { postmortemId } = useRoom()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)

  const save = async () => {
    const name = checkpointName.safeParse(typed)
    if (!name.success) return setProblem(name.error.issues[0]?.message ?? null)
    setSaving(true)
    const body = { for: 'keeping', name: name.data } as const
    const answer = await callApi(makeCheckpointEndpoint, { params: { postmortemId }, body })
    setSaving(false)
    if (!answer.ok) return setProblem(answer.problem.sentence)
    void queryClient.invalidateQueries(checkpointsQuery(postmortemId))
    showToast(`Saved as “${name.data}”.`)
    onClose()
  }

  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Save a checkpoint"
      description="Everything as it is now, to look at or to restore later."
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSaving) void save()
        }}
      >
        <Field label="What should it be called?" error={problem}>
          {(control) => (
            <TextInput
              {...control}
              placeholder="Before the vendor joins"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" busy={isSaving}>
          Save
        </Button>
      </form>
    </Dialog>
  )
}
