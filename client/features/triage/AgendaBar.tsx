import { agendaTemplates, guideByStep, meetingSteps } from '../../../shared/guide/agendaTemplates.ts'
import { agendaFor, type MeetingLength } from '../../../shared/triage/recommend.ts'
import styles from './AgendaBar.module.css'

/** What the time goes to, to scale. */
export function AgendaBar({ minutes }: { minutes: MeetingLength }) {
  const planned = agendaTemplates[agendaFor(minutes)].minutes
  const percent = (of: number) => (of / minutes) * 100
  const parts = meetingSteps.map((step, position) => ({
    step,
    minutes: planned[position] ?? 0,
    from: planned.slice(0, position).reduce((sum: number, each) => sum + each, 0),
  }))
  const words = parts.map((part) => `${guideByStep[part.step].title} ${part.minutes}`).join(', ')
  return (
    <svg className={styles.agenda} role="img" aria-label={`Agenda in minutes: ${words}`}>
      {parts.map((part) => {
        const width = percent(part.minutes)
        const isWalk = part.step === 'timeline'
        return (
          <svg
            key={part.step}
            x={`${percent(part.from)}%`}
            width={`${width}%`}
            height="26"
            aria-hidden="true"
          >
            <rect width="100%" height="26" rx="5" data-walk={isWalk || undefined} />
            {width > 8 && (
              <text x="50%" y="17" textAnchor="middle" data-walk={isWalk || undefined}>
                {isWalk ? `${part.minutes} timeline` : part.minutes}
              </text>
            )}
          </svg>
        )
      })}
    </svg>
  )
}
