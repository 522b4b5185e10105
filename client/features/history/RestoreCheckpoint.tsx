import { useQueryClient } from '@tanstack/react-query'
import { History as HistoryIcon } from 'lucide-react'
import { useState } from 'react'
import type { ContentChange } from '../../../shared/content/compareContent.ts'
import type { ContentCopy } from '../../../shared/content/contentCopy.ts'
import { restoreContent } from '../../../shared/content/restoreContent.ts'
import { type Checkpoint, makeCheckpointEndpoint } from '../../../shared/wire/history.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { useWaiting } from '../../room/useAsking.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './History.module.css'
import { checkpointsQuery } from './historyQueries.ts'
import { restoreSentences } from './restoreInWords.ts'

const noLine =
  'There is no connection right now, and others may be writing. Nothing was changed. Try again once it is back.'

type RestoreCheckpointProps = {
  checkpoint: Checkpoint
  title: string
  copy: ContentCopy
  changes: readonly ContentChange[]
}

export function RestoreCheckpoint(props: RestoreCheckpointProps) {
  const [isAsked, setAsked] = useState(false)
  const waiting = useWaiting()
  return (
    <>
      <Button
        onClick={() => waiting === null && setAsked(true)}
        {...(waiting !== null && { 'aria-disabled': true, title: waiting })}
      >
        <HistoryIcon aria-hidden="true" />
        Restore this
      </Button>
      {isAsked && <RestoreDialog {...props} onClose={() => setAsked(false)} />}
    </>
  )
}

function RestoreDialog({
  checkpoint,
  title,
  copy,
  changes,
  onClose,
}: RestoreCheckpointProps & { onClose: () => void }) {
  const room = useRoom()
  const { postmortemId, contentDoc, origin } = room
  const queryClient = useQueryClient()
  const [isRestoring, setRestoring] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  /** What is there now is kept first: even after this page is closed there is a way back. */
  const restore = async () => {
    if (room.connection.get().is !== 'live') return setProblem(noLine)
    setRestoring(true)
    const body = { for: 'restoring', number: checkpoint.number } as const
    const kept = await callApi(makeCheckpointEndpoint, { params: { postmortemId }, body })
    setRestoring(false)
    if (!kept.ok) return setProblem(kept.problem.sentence)
    const onUndo = reversibly(room, () => restoreContent(contentDoc, copy, origin))
    showToast(`Everything is as it was at “${title}”.`, { onUndo })
    void queryClient.invalidateQueries(checkpointsQuery(postmortemId))
    onClose()
  }

  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={`Restore “${title}”?`}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Leave it as it is
          </Button>
          <Button kind="primary" busy={isRestoring} onClick={() => void restore()}>
            Restore
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {problem && (
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        )}
        {restoreSentences(changes).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Dialog>
  )
}
