import { incidentMoments } from '../../../shared/content/incident.ts'
import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMyRole } from '../../room/useMeeting.ts'
import { useTriage } from '../../room/useTriage.ts'
import { Severity } from '../../ui/Severity.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { circumstancesInWords } from './circumstancesInWords.ts'
import { EditCircumstancesButton } from './EditCircumstancesButton.tsx'
import { EditIncidentButton } from './EditIncidentButton.tsx'
import styles from './Incident.module.css'
import { momentWords } from './incidentForm.ts'
import { lengthsInWords } from './lengthsInWords.ts'
import { SuggestedNow } from './SuggestedNow.tsx'
import { useFacts } from './useFacts.ts'

/** What is known of the incident, what the rules make of it, and the way to say it better. */
export function IncidentFacts() {
  const incident = useIncident()
  const role = useMyRole()
  const { data } = useTriage()
  const facts = useFacts(data?.known.circumstances)
  if (!incident || !facts) return <Skeleton rows={3} label="The document is on its way" />
  const known = incidentMoments.flatMap((name) => {
    const moment = incident.times[name]
    return moment ? [{ name, moment }] : []
  })
  const words = circumstancesInWords(facts)
  const instants = known.map(({ moment }) => moment.at)
  return (
    <section aria-labelledby="incident">
      <header className={styles.head}>
        <h2 id="incident">The incident</h2>
        <p className={styles.about}>
          {lengthsInWords(facts) ?? 'How long it lasted is not known yet'}
          {known.length > 0 && ` · times in ${zoneInWords(incident.zone, instants)}`}
        </p>
        <EditIncidentButton>
          Change<span className="vh"> what is known of the incident</span>
        </EditIncidentButton>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>Severity</dt>
          <dd>{incident.severity ? <Severity>{incident.severity}</Severity> : <i>not decided yet</i>}</dd>
        </div>
        <div>
          <dt>Services</dt>
          <dd>{incident.services.length > 0 ? incident.services.join(', ') : <i>none named yet</i>}</dd>
        </div>
        {known.map(({ name, moment }) => (
          <div key={name}>
            <dt>{momentWords[name]}</dt>
            <dd>{momentWithDay(moment, incident.zone)}</dd>
          </div>
        ))}
        {known.length === 0 && (
          <div>
            <dt>Began</dt>
            <dd>
              <i>not known yet</i>
            </dd>
          </div>
        )}
        <div className={styles.wide}>
          <dt>What it was like</dt>
          <dd>
            <span>{words.length > 0 ? words.join(' · ') : <i>nobody has said yet</i>}</span>
            {data && role !== null && role !== 'observer' && <EditCircumstancesButton known={data.known} />}
          </dd>
        </div>
      </dl>
      {data && <SuggestedNow facts={facts} newest={data.triages[0] ?? null} />}
    </section>
  )
}
