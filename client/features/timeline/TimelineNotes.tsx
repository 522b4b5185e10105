import { useId, useState } from 'react'
import type { Incident } from '../../../shared/content/incident.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { DurationList } from './DurationList.tsx'
import { FindingList } from './FindingList.tsx'
import { MetricDialog } from './MetricDialog.tsx'
import styles from './TimelineNotes.module.css'
import { useFindings } from './useFindings.ts'

type TimelineNotesProps = {
  incident: Incident
  timeline: readonly TimelineEvent[]
  zone: string
  onGoTo: (id: TimelineEventId) => void
}

/** What can be computed from the timeline, and what in it may be missing: asked for, never in the way. */
export function TimelineNotes({ incident, timeline, zone, onGoTo }: TimelineNotesProps) {
  const panelId = useId()
  const [shown, setShown] = useState<'durations' | 'findings' | null>(null)
  const [isAdding, setAdding] = useState(false)
  const mayEdit = useMayEdit()
  const findings = useFindings(incident, timeline)
  const toggle = (panel: 'durations' | 'findings') => ({
    size: 'sm' as const,
    kind: 'quiet' as const,
    'aria-expanded': shown === panel,
    'aria-controls': shown === panel ? panelId : undefined,
    onClick: () => setShown(shown === panel ? null : panel),
  })
  return (
    <div className={styles.notes}>
      <div className={styles.toggles}>
        <Button {...toggle('durations')}>Durations</Button>
        {findings.length > 0 && (
          <Button {...toggle('findings')}>
            To look at <span className={styles.count}>{findings.length}</span>
          </Button>
        )}
        {mayEdit && (
          <Button size="sm" kind="quiet" onClick={() => setAdding(true)}>
            Add a metric…
          </Button>
        )}
      </div>
      {isAdding && <MetricDialog incidentZone={incident.zone} onClose={() => setAdding(false)} />}
      {shown && (
        <div className={styles.panel} id={panelId}>
          {shown === 'durations' ? (
            <DurationList {...{ incident, timeline, zone, onGoTo }} />
          ) : (
            <FindingList {...{ findings, timeline, onGoTo }} />
          )}
        </div>
      )}
    </div>
  )
}
