import { useClockReading } from '../../room/clockReading.ts'

/** The tab's title, so that the time left can be seen from another tab. React moves it to the head. */
export function MeetingTitle({ title }: { title: string }) {
  const { figures, isOver, is } = useClockReading()
  if (figures === null || is === 'unknown') return <title>{`${title} · Candor`}</title>
  return <title>{`${figures}${isOver ? ' over' : ''} · ${title} · Candor`}</title>
}
