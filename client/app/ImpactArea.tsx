import { impactOf, summaryOf } from '../../shared/content/contentDoc.ts'
import { EditIncidentButton } from '../features/triage/EditIncidentButton.tsx'
import { useRoom } from '../room/RoomProvider.tsx'
import { useIncident } from '../room/useIncident.ts'
import { ProseField } from './ProseField.tsx'
import styles from './WorkArea.module.css'

/** Who was affected, how, and for how long: in words, beside the figures that came with the incident. */
export function ImpactArea() {
  const { contentDoc } = useRoom()
  const facts = useIncident()?.impactFacts ?? []
  return (
    <div className={styles.page}>
      <ProseField
        id="impact"
        title="Impact"
        hint="Who was affected, how, and for how long"
        text={impactOf(contentDoc)}
      />
      {facts.length > 0 && (
        <dl className={styles.facts} aria-label="Figures of the impact">
          {facts.map(({ metric, value, unit }) => (
            <div key={metric}>
              <dt>{metric.replaceAll('_', ' ')}</dt>
              <dd>
                {value.toLocaleString('en')} {unit.replaceAll('_', ' ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ProseField
        id="summary"
        title="Summary"
        hint="Two or three sentences for someone who was not here"
        text={summaryOf(contentDoc)}
      />
      <EditIncidentButton>Change the incident’s times, severity or services</EditIncidentButton>
    </div>
  )
}
