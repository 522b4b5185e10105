import { guideByStep } from '../../../shared/guide/agendaTemplates.ts'
import { currentItem } from '../../../shared/meeting/agenda.ts'
import { useClockReading } from '../../room/clockReading.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import styles from './Stage.module.css'
import { StageClock } from './StageClock.tsx'
import { StageFloor } from './StageFloor.tsx'
import { StageFocus } from './StageFocus.tsx'

const LONG_QUESTION = 90

/** What the whole room looks at: the item, the question, one thing to look at, the clock, who speaks. */
export function Stage({ title }: { title: string }) {
  const meeting = useMeeting()
  const { figures } = useClockReading()
  const item = meeting.status === 'live' ? currentItem(meeting) : undefined
  const number = meeting.agenda.findIndex(({ id }) => id === item?.id) + 1
  const own = item?.step ? guideByStep[item.step].prompt : item?.title
  const question = (item && (meeting.prompt ?? own)) ?? title
  return (
    <div className={styles.stage}>
      <title>{`${figures ?? 'Stage'} · ${title} · Candor`}</title>
      <main className={styles.left} id="main">
        <p className={styles.item}>
          {item ? (
            <>
              <span>
                {number} of {meeting.agenda.length}
              </span>
              {item.title}
            </>
          ) : (
            <span>Postmortem</span>
          )}
        </p>
        <h1 className={styles.question} data-long={question.length > LONG_QUESTION || undefined}>
          {question}
        </h1>
        <StageFocus />
      </main>
      <aside className={styles.side} aria-label="Clock and floor">
        <StageClock />
        <StageFloor />
      </aside>
    </div>
  )
}
