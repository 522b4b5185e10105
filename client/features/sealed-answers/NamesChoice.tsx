import { useState } from 'react'
import {
  type AnsweredQuestion,
  type AnswerPrivacy,
  answerPrivacies,
  choosePrivacyEndpoint,
  isLessPrivate,
} from '../../../shared/wire/sealedAnswers.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useSending } from '../../room/useSending.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { privacyInWords } from './privacyInWords.ts'
import styles from './Questions.module.css'
import { useRefreshSealedAnswers } from './useSealedAnswers.ts'

/** How all answers that are still sealed are named: offered is only what is at least as private as now. */
export function NamesChoice({ questions }: { questions: readonly AnsweredQuestion[] }) {
  const { postmortemId } = useRoom()
  const refresh = useRefreshSealedAnswers()
  const { send, problem, isSending } = useSending()
  const [wanted, setWanted] = useState<AnswerPrivacy | null>(null)
  const now = leastPrivate(questions)
  const offered = answerPrivacies.filter((privacy) => !isLessPrivate(privacy, now))
  if (now === 'anonymous') return <p className={styles.count}>Answers are without names, and stay so.</p>
  const choose = (privacy: AnswerPrivacy) => {
    const questionIds = questions
      .filter((question) => isLessPrivate(question.privacy, privacy))
      .map(({ questionId }) => questionId)
    return send(
      () => callApi(choosePrivacyEndpoint, { params: { postmortemId }, body: { questionIds, privacy } }),
      async () => {
        setWanted(null)
        await refresh()
        announce(`Answers are ${privacyInWords[privacy].choice.toLowerCase()} now.`)
      },
    )
  }
  return (
    <>
      <Segmented
        label="How answers are named"
        value={now}
        onChange={setWanted}
        options={offered.map((value) => ({ value, label: privacyInWords[value].choice }))}
      />
      {wanted !== null && wanted !== now && (
        <ConfirmDialog
          title={`Answers: ${privacyInWords[wanted].choice.toLowerCase()}`}
          verb="Make them more private"
          isBusy={isSending}
          problem={problem?.sentence ?? null}
          onConfirm={() => void choose(wanted)}
          onClose={() => setWanted(null)}
        >
          {privacyInWords[wanted].follows} This cannot be taken back.
        </ConfirmDialog>
      )}
    </>
  )
}

const leastPrivate = (questions: readonly AnsweredQuestion[]): AnswerPrivacy =>
  answerPrivacies.find((privacy) => questions.some((question) => question.privacy === privacy)) ?? 'named'
