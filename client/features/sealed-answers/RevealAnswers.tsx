import { type ReactNode, useState } from 'react'
import {
  type ParticipantQuestionId,
  participantQuestions,
} from '../../../shared/guide/participantQuestions.ts'
import { revealAnswersEndpoint } from '../../../shared/wire/sealedAnswers.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useRefreshSealedAnswers } from '../../room/useSealedAnswers.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'

type RevealAnswersProps = {
  questionIds: readonly ParticipantQuestionId[]
  isSmall?: boolean
  children: ReactNode
}

/** Opens answers for everyone, after asking once more. */
export function RevealAnswers({ questionIds, isSmall = false, children }: RevealAnswersProps) {
  const { postmortemId } = useRoom()
  const refresh = useRefreshSealedAnswers()
  const { send, problem, isSending } = useSending()
  const [isAsking, setAsking] = useState(false)
  const [first, ...more] = questionIds
  if (first === undefined) return null
  const reveal = () =>
    send(
      () =>
        callApi(revealAnswersEndpoint, { params: { postmortemId }, body: { questionIds: [...questionIds] } }),
      async () => {
        setAsking(false)
        await refresh()
        announce('The answers are open.')
      },
    )
  return (
    <>
      <Button
        size={isSmall ? 'sm' : 'md'}
        kind={isSmall ? 'quiet' : 'default'}
        onClick={() => setAsking(true)}
      >
        {children}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={
            more.length === 0 ? `Open the answers to “${participantQuestions[first]}”` : 'Open the answers'
          }
          verb="Open answers"
          keep="Keep them sealed"
          isBusy={isSending}
          problem={problem?.sentence ?? null}
          onConfirm={() => void reveal()}
          onClose={() => setAsking(false)}
        >
          Everyone who may read this postmortem reads them at once, in shuffled order. They cannot be sealed
          again, and no answer can be added
          {more.length > 0 && `, to any of the ${questionIds.length} questions`}.
        </ConfirmDialog>
      )}
    </>
  )
}
