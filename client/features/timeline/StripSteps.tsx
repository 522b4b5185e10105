import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { horizonInWords } from '../../../shared/time/horizonInWords.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { Button } from '../../ui/Button.tsx'

/** Back to the event before the horizon, and on to the next decision, or to the next event where none is left. */
export function StripSteps({ timeline, zone }: { timeline: readonly TimelineEvent[]; zone: string }) {
  const { horizonAt, set } = useHorizon()
  const before = timeline.findLast(({ occurred }) => horizonAt !== null && occurred.at < horizonAt)
  const after = timeline.filter(({ occurred }) => horizonAt === null || occurred.at > horizonAt)
  const next = after.find(({ kind }) => kind === 'decision') ?? after[0]
  const nameOf = ({ occurred, kind }: TimelineEvent) =>
    `${horizonInWords(occurred.at, timeline, zone)}${kind === 'decision' ? ' decision' : ''}`
  const first = timeline[0]
  return (
    <>
      {before && (
        <Button size="sm" kind="quiet" onClick={() => set(before.occurred.at)}>
          <ChevronLeft aria-hidden="true" />
          <span className="vh">Set the horizon back to </span>
          {nameOf(before)}
        </Button>
      )}
      {horizonAt !== null ? (
        <Button size="sm" pressed title="Clear the horizon" onClick={() => set(null)}>
          Horizon {horizonInWords(horizonAt, timeline, zone)}
        </Button>
      ) : (
        first && (
          <Button size="sm" pressed={false} onClick={() => set(first.occurred.at)}>
            Set a horizon
          </Button>
        )
      )}
      {next && (
        <Button size="sm" kind="quiet" onClick={() => set(next.occurred.at)}>
          <span className="vh">Set the horizon on to </span>
          {nameOf(next)}
          <ChevronRight aria-hidden="true" />
        </Button>
      )}
    </>
  )
}
