import { useId } from 'react'
import { type AgendaTemplate, agendaTemplates } from '../../../shared/guide/agendaTemplates.ts'
import { agendaFromTemplate } from '../../../shared/meeting/agenda.ts'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { useAsking, useWaiting } from '../../room/useAsking.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import styles from './TemplateChooser.module.css'

/** From short to long; keys that look like numbers would come first by themselves. */
const templates: readonly AgendaTemplate[] = ['30', '60', '60-learning', '90', '120']

const templatesFor = ({ stage }: Meeting): readonly AgendaTemplate[] =>
  stage === 'initial' ? ['initial', ...templates] : templates

/** How long, and for what: before the meeting starts, for whoever steers the agenda. */
export function TemplateChooser() {
  const name = useId()
  const meeting = useMeeting()
  const maySteer = useCan('steerAgenda')
  const { ask } = useAsking()
  const isWaiting = useWaiting() !== null
  if (!maySteer || meeting.status !== 'scheduled') return null
  const chosen = templateOf(meeting)
  return (
    <fieldset className={styles.chooser}>
      <legend className={styles.legend}>Agenda {chosen === null && <small>Changed by you</small>}</legend>
      {templatesFor(meeting).map((template) => (
        <label key={template} className={styles.template}>
          <input
            type="radio"
            name={name}
            checked={template === chosen}
            disabled={isWaiting}
            onChange={() => void ask({ type: 'chooseAgenda', template })}
          />
          <span>
            <b>{agendaTemplates[template].title}</b>
            <small>{agendaTemplates[template].use}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Null once someone has changed the plan. */
function templateOf(meeting: Meeting): AgendaTemplate | null {
  const shapeOf = (items: Meeting['agenda']) =>
    JSON.stringify(items.map(({ id, plannedMinutes, skipped }) => [id, plannedMinutes, skipped]))
  const now = shapeOf(meeting.agenda)
  return templatesFor(meeting).find((template) => shapeOf(agendaFromTemplate(template)) === now) ?? null
}
