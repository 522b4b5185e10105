import { useMeeting } from '../../room/useMeeting.ts'
import { StageAgenda } from './StageAgenda.tsx'
import { StageMoment } from './StageMoment.tsx'

/** One thing to look at: the moment the room looks from, or the plan. */
export function StageFocus() {
  const { horizonAt, status } = useMeeting()
  return horizonAt !== null && status === 'live' ? <StageMoment horizonAt={horizonAt} /> : <StageAgenda />
}
