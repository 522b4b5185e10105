import { Lock } from 'lucide-react'
import type { PersonId } from '../../../shared/ids.ts'
import { facilitatorOf } from '../../../shared/meeting/meeting.ts'
import type { SealedAnswers } from '../../../shared/wire/sealedAnswers.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useShortName } from '../../room/shortName.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { useSealedAnswers } from '../../room/useSealedAnswers.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import { NamesChoice } from './NamesChoice.tsx'
import { QuestionList } from './QuestionList.tsx'
import styles from './Questions.module.css'
import { RevealAnswers } from './RevealAnswers.tsx'

/** What everyone is asked before the meeting. Their answers are sealed until the facilitator opens them. */
export function Questions() {
  const { me } = useRoom()
  return me && <QuestionsFor me={me.personId} />
}

function QuestionsFor({ me }: { me: PersonId }) {
  const { data, error, isFetching, refetch } = useSealedAnswers(me)
  return (
    <section aria-labelledby="questions">
      <header className={styles.head}>
        <h2 id="questions">Questions</h2>
        {data && <Answered data={data} />}
      </header>
      {error && (
        <TryAgain
          title={data ? 'This may be out of date.' : 'The questions could not be read.'}
          sentence={error.sentence}
          isBusy={isFetching}
          onTryAgain={refetch}
        />
      )}
      {!data && !error && <Skeleton rows={5} label="Loading the questions" />}
      {data && <HowItWorks data={data} />}
      {data && <QuestionList data={data} me={me} />}
    </section>
  )
}

function Answered({ data: { questions } }: { data: SealedAnswers }) {
  const mayAnswer = useCan('takeTurns')
  const count = questions.filter(({ isMine }) => isMine).length
  const isOpen = questions.every(({ revealed }) => revealed !== null)
  if (!mayAnswer || isOpen) return null
  return (
    <span className={styles.count}>
      you have answered {count} of {questions.length}
    </span>
  )
}

function HowItWorks({ data }: { data: SealedAnswers }) {
  const { me } = useRoom()
  const facilitator = facilitatorOf(useMeeting())?.personId ?? null
  const name = useShortName(facilitator)
  const sealed = data.questions.filter(({ revealed }) => revealed === null)
  if (sealed.length === 0) return null
  const opener =
    facilitator === me?.personId
      ? 'you open'
      : facilitator === null
        ? 'the facilitator opens'
        : `${name} opens`
  return (
    <>
      <p className={styles.hidden}>
        <Lock aria-hidden="true" />
        <span>
          Answers stay hidden until {opener} them, so nobody writes toward anybody else’s view. Counts move in
          steps and seldom, so that they do not tell who has just answered.
        </span>
      </p>
      {(data.mayChoosePrivacy || data.mayReveal) && (
        <div className={styles.steering}>
          {data.mayChoosePrivacy && <NamesChoice questions={sealed} />}
          {data.mayReveal && (
            <RevealAnswers questionIds={sealed.map(({ questionId }) => questionId)}>
              {sealed.length === data.questions.length ? 'Open all answers' : 'Open the other answers'}
            </RevealAnswers>
          )}
        </div>
      )}
    </>
  )
}
