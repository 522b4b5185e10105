import { Check } from 'lucide-react'
import { useRef } from 'react'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { AgendaMenu } from './AgendaMenu.tsx'
import styles from './AgendaRail.module.css'
import { CurrentTime } from './CurrentTime.tsx'
import { moveBy } from './moveBy.ts'
import { useAgendaDrag } from './useAgendaDrag.ts'

type AgendaRowProps = {
  item: AgendaItem
  position: number
  isOpened: boolean
  onOpen: (itemId: AgendaItem['id']) => void
  maySteer: boolean
}

/** One item. Opening it shows its work area on this screen only; the room stays where it is. */
export function AgendaRow({ item, position, isOpened, onOpen, maySteer }: AgendaRowProps) {
  const meeting = useMeeting()
  const { ask } = useAsking()
  const row = useRef<HTMLLIElement>(null)
  const dropEdge = useAgendaDrag(row, item.id, maySteer)
  const place = placeOf(item, position, meeting)
  const move = (steps: -1 | 1) => {
    const command = moveBy(meeting.agenda, item.id, steps)
    if (command) void ask(command)
  }
  return (
    <li
      ref={row}
      className={styles.row}
      data-place={place}
      data-opened={isOpened || undefined}
      data-drop={dropEdge ?? undefined}
      aria-current={place === 'now' ? 'step' : undefined}
      onKeyDown={(event) => {
        if (!maySteer || !event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return
        event.preventDefault()
        move(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <span className={styles.number}>
        {place === 'done' ? <Check size={14} aria-hidden="true" /> : position + 1}
        {place === 'done' && <span className="vh">Done:</span>}
        {place === 'skipped' && <span className="vh">Skipped:</span>}
      </span>
      <button type="button" className={styles.title} onClick={() => onOpen(item.id)} aria-pressed={isOpened}>
        {item.title}
      </button>
      {place === 'now' ? (
        <CurrentTime />
      ) : (
        <span className={styles.minutes}>
          {item.plannedMinutes + item.extendedMinutes}
          <span className="vh"> minutes</span>
        </span>
      )}
      {maySteer && <AgendaMenu item={item} position={position} isNow={place === 'now'} onMove={move} />}
    </li>
  )
}

function placeOf(
  item: AgendaItem,
  position: number,
  { agenda, currentItemId, status }: { agenda: AgendaItem[]; currentItemId: string | null; status: string },
): 'done' | 'now' | 'ahead' | 'skipped' {
  if (item.skipped) return 'skipped'
  if (status === 'scheduled') return 'ahead'
  if (status === 'ended') return 'done'
  const current = agenda.findIndex(({ id }) => id === currentItemId)
  if (position === current) return 'now'
  return position < current ? 'done' : 'ahead'
}
