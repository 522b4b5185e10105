import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useShortcut } from '../../room/useShortcut.ts'

/** Walks the timeline by keys from anywhere on the page. */
export function useTimelineKeys(
  timeline: readonly TimelineEvent[],
  open: TimelineEvent | null,
  goTo: (timelineEvent: TimelineEvent) => void,
): void {
  const { set, peek } = useHorizon()
  const at = timeline.findIndex(({ id }) => id === open?.id)
  useShortcut('timelineEvents', ({ key }) => {
    const next = timeline[key === 'ArrowLeft' ? at - 1 : at + 1]
    if (next) goTo(next)
  })
  useShortcut('nextDecision', () => {
    const next = timeline.slice(at + 1).find(({ kind }) => kind === 'decision')
    if (next) goTo(next)
  })
  useShortcut('setHorizon', () => {
    if (open) set(open.occurred.at)
  })
  useShortcut('peek', () => peek(true), { release: () => peek(false) })
}
