import { useId } from 'react'
import { plannedMinutesOf, projectedEnd } from '../../../shared/meeting/agenda.ts'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { AddAgendaItem } from './AddAgendaItem.tsx'
import styles from './AgendaRail.module.css'
import { AgendaRow } from './AgendaRow.tsx'
import { planInWords } from './planInWords.ts'

type AgendaRailProps = {
  /** Whose work area is open on this screen. */
  openedItemId: AgendaItem['id'] | null
  onOpen: (itemId: AgendaItem['id']) => void
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The plan of the meeting, where it stands, and when it will end. */
export function AgendaRail({ openedItemId, onOpen }: AgendaRailProps) {
  const headingId = useId()
  const meeting = useMeeting()
  const now = useServerNow(10_000)
  const maySteer = useCan('steerAgenda') && meeting.status !== 'ended'
  const end = now === null ? null : projectedEnd(meeting, now)
  const plan = now === null ? null : planInWords(meeting, now)
  return (
    <section aria-labelledby={headingId}>
      <h2 className={styles.heading} id={headingId}>
        Agenda
        <span className={styles.length}>
          {plannedMinutesOf(meeting)} min{end !== null && ` · ends ${clock.format(end)}`}
        </span>
      </h2>
      <ol className={styles.agenda}>
        {meeting.agenda.map((item, position) => (
          <AgendaRow
            key={item.id}
            item={item}
            position={position}
            isOpened={item.id === openedItemId}
            onOpen={onOpen}
            maySteer={maySteer}
          />
        ))}
      </ol>
      {plan !== null && <p className={styles.plan}>{plan}</p>}
      {maySteer && <AddAgendaItem />}
    </section>
  )
}
