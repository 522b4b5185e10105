import { flushSync } from 'react-dom'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { momentInWords } from '../../../shared/time/momentInWords.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useShortcut } from '../../room/useShortcut.ts'
import { announce } from '../../ui/liveRegions.ts'
import { useOpenEvent } from './useOpenEvent.ts'

/** The open event, and a walk from one to the next by keys from anywhere on the page. `show` brings one into view. */
export function useTimelineWalk(
  timeline: readonly TimelineEvent[],
  zone: string,
  show: (timelineEvent: TimelineEvent) => void,
): [TimelineEvent | null, (id: TimelineEventId) => void] {
  const { horizonAt, set, peek } = useHorizon()
  const [open, setOpen] = useOpenEvent(timeline, horizonAt)
  const at = timeline.findIndex(({ id }) => id === open?.id)
  const goTo = (timelineEvent: TimelineEvent | undefined) => {
    if (!timelineEvent) return // it is the first or the last one already
    flushSync(() => setOpen(timelineEvent.id)) // in a long list its row is there only from then on
    show(timelineEvent)
    announce(`${momentInWords(timelineEvent.occurred, zone)}, ${timelineEvent.text}`)
  }
  useShortcut('timelineEvents', ({ key }) => goTo(timeline[key === 'ArrowLeft' ? at - 1 : at + 1]))
  useShortcut('nextDecision', () => goTo(timeline.slice(at + 1).find(({ kind }) => kind === 'decision')))
  useShortcut('setHorizon', () => {
    if (open) set(open.occurred.at)
  })
  useShortcut('peek', () => peek(true), { release: () => peek(false) })
  return [open, setOpen]
}
