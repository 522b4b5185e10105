import { MonitorUp } from 'lucide-react'
import { useId } from 'react'
import { guideByStep } from '../../../shared/guide/agendaTemplates.ts'
import { currentItem } from '../../../shared/meeting/agenda.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Desk.module.css'

/** Questions that help at the current step. Put on stage, one replaces the question everyone reads. */
export function DeskPrompts() {
  const headingId = useId()
  const meeting = useMeeting()
  const { ask, button } = useAsking()
  const step = currentItem(meeting)?.step ?? null
  if (step === null) return null
  const { prompt, prompts } = guideByStep[step]
  return (
    <section aria-labelledby={headingId}>
      <h2 className={styles.heading} id={headingId}>
        Prompts for this moment
      </h2>
      <ul className={styles.bank}>
        {[prompt, ...prompts].map((question) => {
          const isShown = (meeting.prompt ?? prompt) === question
          if (isShown && question === prompt) return null
          return (
            <li key={question} className={styles.panel}>
              <p className="say">{question}</p>
              {isShown ? (
                <span aria-current="true">On stage now</span>
              ) : (
                <Button
                  {...button}
                  size="sm"
                  onClick={() =>
                    void ask({ type: 'setPrompt', prompt: question === prompt ? null : question })
                  }
                >
                  <MonitorUp aria-hidden="true" />
                  {question === prompt ? 'Back to this one' : 'Put on stage'}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
