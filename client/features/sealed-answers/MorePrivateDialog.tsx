import {
  type AnsweredQuestion,
  type AnswerPrivacy,
  choosePrivacyEndpoint,
  isLessPrivate,
} from '../../../shared/wire/sealedAnswers.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useRefreshSealedAnswers } from '../../room/useSealedAnswers.ts'
import { useSending } from '../../room/useSending.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { privacyInWords } from './privacyInWords.ts'

type MorePrivateDialogProps = {
  questions: readonly AnsweredQuestion[]
  privacy: AnswerPrivacy
  onClose: () => void
}

/** Asks once more, since no question ever becomes less private again. */
export function MorePrivateDialog({ questions, privacy, onClose }: MorePrivateDialogProps) {
  const { postmortemId } = useRoom()
  const refresh = useRefreshSealedAnswers()
  const { send, problem, isSending } = useSending()
  const { choice, follows } = privacyInWords[privacy]
  const questionIds = questions
    .filter((question) => isLessPrivate(question.privacy, privacy))
    .map(({ questionId }) => questionId)
  const confirm = () =>
    send(
      () => callApi(choosePrivacyEndpoint, { params: { postmortemId }, body: { questionIds, privacy } }),
      async () => {
        onClose()
        await refresh()
        announce(`Answers are ${choice.toLowerCase()} now.`)
      },
    )
  return (
    <ConfirmDialog
      title={`Answers: ${choice.toLowerCase()}`}
      verb="Make them more private"
      isBusy={isSending}
      problem={problem?.sentence ?? null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {follows} This cannot be taken back.
    </ConfirmDialog>
  )
}
