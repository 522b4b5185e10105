import { EyeOff, Link2 } from 'lucide-react'
import { memo, useState } from 'react'
import type { Sight } from '../../../shared/content/horizon.ts'
import { type TimelineEvent, timelineEventTextOf } from '../../../shared/content/timeline.ts'
import { linkInWords } from '../../../shared/content/webLink.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { momentInWords, timeBeside } from '../../../shared/time/momentInWords.ts'
import type { PresencePlace } from '../../../shared/wire/presence.ts'
import { AttachedTo } from '../../room/AttachedTo.tsx'
import { CommentButton } from '../../room/CommentButton.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { SharedTextField } from '../../room/SharedTextField.tsx'
import { stageInWords } from '../../room/stageInWords.ts'
import { TextWithCarets } from '../../room/TextWithCarets.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useOthersAt } from '../../room/usePresence.ts'
import { DecisionDetails } from './DecisionDetails.tsx'
import { EventGrip } from './EventGrip.tsx'
import { EventMenu } from './EventMenu.tsx'
import styles from './EventRow.module.css'
import { timeInColumn } from './timeInColumn.ts'
import type { EventActions } from './useEventActions.ts'
import type { EventMove } from './useEventMove.ts'

type EventRowProps = {
  timelineEvent: TimelineEvent
  zone: string
  sight: Sight
  /** The day that begins with this event, in words. */
  dayAt: string | null
  isOpen: boolean
  isTabStop: boolean
  isEditing: boolean
  isSelected: boolean
  onOpen: (id: TimelineEventId) => void
  actions: EventActions
  move: EventMove
  isHeld: boolean
  /** Where one that is moved would stand beside this one, and in what words. */
  drop: 'above' | 'below' | null
  dropWords: string | null
  /** In a list of which only a part is on the page: where it stands, in px, and which of how many it is. */
  top?: number
  index?: number
  of?: number
  measure?: (row: HTMLElement | null) => void
}

export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { timelineEvent, zone, sight, dayAt, isOpen, isTabStop, isEditing, isSelected, onOpen, actions } =
    props
  const { move, isHeld, drop, dropWords, top, index, of, measure } = props
  const { id, occurred, firstSeenAt, kind } = timelineEvent
  const mayEdit = useMayEdit()
  const [isNear, setNear] = useState(false)
  const [first] = useOthersAt({ in: 'timelineEvent', id })
  return (
    <li
      ref={measure}
      className={styles.event}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      data-index={index}
      aria-setsize={of}
      aria-posinset={index === undefined ? undefined : index + 1}
      data-event={id}
      data-kind={kind}
      data-sight={sight}
      data-selected={isSelected || undefined}
      data-held={isHeld || undefined}
      data-drop={drop ?? undefined}
      data-person={first?.person.colour}
      aria-current={isOpen || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => {
        onOpen(id)
        setNear(true)
      }}
      onPointerEnter={() => setNear(true)}
      onDoubleClick={() => mayEdit && actions.edit(id)}
    >
      {dayAt && <span className={styles.day}>{dayAt}</span>}
      {mayEdit && isNear && !isEditing && <EventGrip {...{ id, isTabStop, isHeld, move }} />}
      <time dateTime={occurred.precision === 'order' ? undefined : new Date(occurred.at).toISOString()}>
        <span aria-hidden="true">{timeInColumn(occurred, zone)}</span>
        <span className="vh">{momentInWords(occurred, zone)}</span>
      </time>
      <span className={styles.node} aria-hidden="true">
        <i />
      </span>
      <div className={styles.words}>
        {isOpen && <span className={styles.corner} />}
        {isSelected && <span className="vh">Selected: </span>}
        {kind === 'decision' && <span className="vh">Decision point: </span>}
        <EventText {...{ timelineEvent, isEditing: isEditing && mayEdit, actions }} />
        <AttachedTo target={{ on: 'event', id }} tabIndex={isTabStop ? 0 : -1} />
        {sight === 'unseen' && firstSeenAt !== null && (
          <span className={styles.seen}>
            <EyeOff size={13} aria-hidden="true" />
            Happened here. First seen at {timeBeside(firstSeenAt, occurred.at, zone)}.
          </span>
        )}
        {isOpen && <DecisionDetails timelineEvent={timelineEvent} />}
        {isOpen && <EventDetails timelineEvent={timelineEvent} />}
        <span className={styles.comments}>
          <CommentButton
            anchor={{ on: 'event', id }}
            quote={timelineEvent.text}
            tabIndex={isTabStop ? 0 : -1}
          />
        </span>
      </div>
      {(mayEdit || isOpen) && isNear && (
        <EventMenu timelineEvent={timelineEvent} isTabStop={isTabStop} actions={actions} />
      )}
      {timelineEvent.sourceUrl && (
        <span className={styles.source} aria-hidden="true">
          {linkInWords(timelineEvent.sourceUrl, location.origin)}
        </span>
      )}
      {drop && (
        <span className={styles.drop} aria-hidden="true">
          Would be {dropWords}
        </span>
      )}
    </li>
  )
})

type EventTextProps = { timelineEvent: TimelineEvent; isEditing: boolean; actions: EventActions }

function EventText({ timelineEvent: { id }, isEditing, actions }: EventTextProps) {
  const { contentDoc } = useRoom()
  const text = timelineEventTextOf(contentDoc, id)
  const place: PresencePlace = { in: 'timelineEvent', id }
  if (!text) return null // it was removed this moment
  if (!isEditing) return <TextWithCarets text={text} place={place} placeholder="Nothing written yet" />
  return (
    <SharedTextField
      text={text}
      place={place}
      label="What happened"
      isStarting
      onLeave={(leaving) => {
        actions.edit(null)
        if (leaving === 'keys') document.querySelector<HTMLElement>(`[data-event="${id}"]`)?.focus()
      }}
    />
  )
}

function EventDetails({ timelineEvent: { stage, sourceUrl } }: { timelineEvent: TimelineEvent }) {
  if (!stage && !sourceUrl) return null
  return (
    <span className={styles.details}>
      {stage && <span>{stageInWords[stage]}</span>}
      {sourceUrl && (
        <a href={sourceUrl} target="_blank" rel="noreferrer noopener">
          <Link2 size={13} aria-hidden="true" />
          {linkInWords(sourceUrl, location.origin)}
        </a>
      )}
    </span>
  )
}
