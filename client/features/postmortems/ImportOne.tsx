import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PostmortemDraft } from '../../../shared/content/postmortemDraft.ts'
import type { Membership } from '../../../shared/wire/people.ts'
import { importIncidentEndpoint } from '../../../shared/wire/postmortems.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import { callApi } from '../../room/callApi.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { DraftPreview } from './DraftPreview.tsx'
import styles from './Import.module.css'
import { postmortemsQuery } from './postmortemsQuery.ts'
import { StartingInFields } from './StartingInFields.tsx'
import { useStartingIn } from './startingIn.ts'

type ImportOneProps = {
  fileName: string
  text: string
  draft: PostmortemDraft
  places: readonly Membership[]
  onChooseAnother: () => void
  onClose: () => void
}

type Progress = { is: 'looking'; problem: Problem | null } | { is: 'creating' }

/** What one file would become, and the button that makes it so. */
export function ImportOne({ fileName, text, draft, places, onChooseAnother, onClose }: ImportOneProps) {
  const [navigate, queryClient] = [useNavigate(), useQueryClient()]
  const choice = useStartingIn(places)
  const [progress, setProgress] = useState<Progress>({ is: 'looking', problem: null })
  const create = async () => {
    setProgress({ is: 'creating' })
    const body = { fileName, text, ...choice.startingIn }
    const answer = await callApi(importIncidentEndpoint, { params: {}, body })
    if (!answer.ok) return setProgress({ is: 'looking', problem: answer.problem })
    void queryClient.invalidateQueries(postmortemsQuery)
    await navigate({ to: '/p/$postmortemId', params: { postmortemId: answer.value.postmortemId } })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={draft.incident.title}
      description={<span className={styles.fileName}>{fileName}</span>}
      footer={
        <>
          <Button kind="quiet" onClick={onChooseAnother}>
            Choose another file
          </Button>
          <Button kind="primary" busy={progress.is === 'creating'} onClick={() => void create()}>
            Create postmortem
          </Button>
        </>
      }
    >
      {progress.is === 'looking' && progress.problem && (
        <Notice tone="late" role="alert" title="The postmortem was not created.">
          <p>{progress.problem.sentence}</p>
          {progress.problem.details?.map(({ path, problem }) => (
            <p key={path}>
              <code>{path}</code> {problem}
            </p>
          ))}
        </Notice>
      )}
      <DraftPreview draft={draft} />
      <StartingInFields {...choice} />
    </Dialog>
  )
}
