import { Plus } from 'lucide-react'
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { atHorizon, horizonInWords } from '../../../shared/time/horizonInWords.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useShowsEvents } from '../../room/showEvent.ts'
import { useTimeline } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { daysBegun } from './daysBegun.ts'
import { EventDialog } from './EventDialog.tsx'
import { EventList } from './EventList.tsx'
import { HorizonLine } from './HorizonLine.tsx'
import { horizonSpoken } from './horizonSpoken.ts'
import { Metrics } from './Metrics.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import styles from './Timeline.module.css'
import { TimelineHeader } from './TimelineHeader.tsx'
import { TimelineNotes } from './TimelineNotes.tsx'
import { useEventMove } from './useEventMove.ts'
import { useEventSelection } from './useEventSelection.ts'
import { useHorizonSpoken } from './useHorizonSpoken.ts'
import { LONG_FROM } from './useLongList.ts'
import { useTimelineWalk } from './useTimelineWalk.ts'

/** What happened, by time, seen from the horizon. With `title` it is a part of a page by itself. */
export function Timeline({ title }: { title?: string }) {
  const titleId = useId()
  const timeline = useTimeline()
  const incident = useIncident()
  const mayEdit = useMayEdit()
  const horizon = useHorizon()
  const [shownZone, setShownZone] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  /** Where the line is while it is dragged. */
  const [aimedAt, setAimedAt] = useState<number | null>(null)
  const root = useRef<HTMLElement>(null)
  const incidentZone = incident?.zone ?? 'UTC'
  const zone = shownZone ?? incidentZone
  const lineAt = aimedAt ?? horizon.horizonAt
  const veilAt = horizon.peeking ? null : lineAt

  const rowOf = useCallback(
    (id: TimelineEventId) => root.current?.querySelector<HTMLElement>(`[data-event="${id}"]`) ?? null,
    [],
  )
  const showRow = ({ id }: TimelineEvent) => {
    const row = rowOf(id)
    row?.scrollIntoView?.({ block: 'nearest' })
    if (root.current?.contains(document.activeElement)) row?.focus()
  }
  const [open, setOpen] = useTimelineWalk(timeline, zone, showRow)
  useHorizonSpoken(horizon.horizonAt, timeline, zone)

  const selection = useEventSelection(timeline)
  const goTo = useCallback(
    (id: TimelineEventId) => {
      flushSync(() => setOpen(id)) // in a long list the row is there only from then on
      rowOf(id)?.focus()
    },
    [setOpen, rowOf],
  )
  useShowsEvents(
    useCallback(
      (id: TimelineEventId) => {
        const isThere = timeline.some((other) => other.id === id)
        if (isThere) goTo(id)
        return isThere
      },
      [timeline, goTo],
    ),
  )
  const move = useEventMove(zone, rowOf, goTo)
  const dayByFirstId = useMemo(() => daysBegun(timeline, zone), [timeline, zone])
  const isKnown = ({ occurred }: TimelineEvent) => lineAt === null || occurred.at <= lineAt
  const known = timeline.filter(isKnown)
  const beyond = timeline.filter((timelineEvent) => !isKnown(timelineEvent))
  const list = {
    ...{ timeline, dayByFirstId, zone, veilAt, openId: open?.id ?? null },
    ...{ onOpen: setOpen, onGoTo: goTo, selection, move },
  }
  const lineInWords = lineAt === null ? '' : horizonInWords(lineAt, timeline, zone)

  return (
    <section className={styles.timeline} aria-labelledby={titleId} ref={root}>
      <TimelineHeader
        titleId={titleId}
        title={title}
        timeline={timeline}
        zone={zone}
        incidentZone={incidentZone}
        onZone={setShownZone}
      />
      {incident && timeline.length > 0 && (
        <TimelineNotes incident={incident} timeline={timeline} zone={zone} onGoTo={goTo} />
      )}
      <Metrics timeline={timeline} zone={zone} horizonAt={lineAt} veilAt={veilAt} />
      {timeline.length >= LONG_FROM && (
        <p className={styles.empty}>
          {timeline.length} events. The browser’s own search finds those in sight; the report has all of them.
        </p>
      )}
      {!incident && <Skeleton rows={6} label="The timeline is on its way" />}
      {incident && timeline.length === 0 && <p className={styles.empty}>Two lines are enough to begin.</p>}
      <SelectionBar selection={selection} />
      <EventList
        {...list}
        label={lineAt === null ? 'Timeline' : `Visible ${atHorizon(lineAt, timeline, zone)}`}
        events={known}
      />
      {lineAt !== null && (
        <HorizonLine
          at={lineAt}
          words={lineInWords}
          spoken={horizonSpoken(lineAt, timeline, zone)}
          timeline={timeline}
          onAim={setAimedAt}
        />
      )}
      {beyond.length > 0 && (
        <EventList
          {...list}
          label={`Not yet known ${lineAt === null ? '' : atHorizon(lineAt, timeline, zone)}`}
          events={beyond}
          isBeyond={!horizon.peeking}
        />
      )}
      {mayEdit && incident && (
        <button type="button" className={styles.add} onClick={() => setAdding(true)}>
          <Plus size={16} aria-hidden="true" /> Add an event
        </button>
      )}
      {isAdding && <EventDialog timelineEvent={null} near={open} onClose={() => setAdding(false)} />}
    </section>
  )
}
