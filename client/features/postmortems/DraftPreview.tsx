import type { PostmortemDraft } from '../../../shared/content/postmortemDraft.ts'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { Severity } from '../../ui/Severity.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { countsOf } from './countsOf.ts'
import { FirstEvents } from './FirstEvents.tsx'
import styles from './Import.module.css'
import { whenInWords } from './whenInWords.ts'

/** What was understood of a file: enough to say “yes, that one”. */
export function DraftPreview({ draft }: { draft: PostmortemDraft }) {
  const { severity, services, zone, times } = draft.incident
  const instants = Object.values(times).flatMap((moment) => moment?.at ?? [])
  return (
    <div className={styles.preview}>
      {draft.impact && <p className={`say ${styles.impact}`}>{draft.impact}</p>}
      <dl className={styles.facts}>
        <dt>When</dt>
        <dd>
          {whenInWords(times, zone)}
          <span className={styles.zone}>times in {zoneInWords(zone, instants)}</span>
        </dd>
        {services.length > 0 && <dt>Services</dt>}
        {services.length > 0 && (
          <dd className={styles.tags}>
            {services.map((service) => (
              <Tag key={service}>{service}</Tag>
            ))}
          </dd>
        )}
        <dt>Severity</dt>
        <dd>{severity ? <Severity>{severity}</Severity> : 'not stated'}</dd>
        <dt>Brings</dt>
        <dd className={styles.counts}>
          {countsOf(draft).map(({ glyph, words }) => (
            <span key={words} className={styles.counted}>
              {glyph && <Glyph kind={glyph} />}
              {words}
            </span>
          ))}
        </dd>
      </dl>
      <FirstEvents timeline={draft.timeline} zone={zone} />
    </div>
  )
}
