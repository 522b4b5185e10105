import type { EvidenceSource } from './evidenceMessages.ts'
import styles from './ImportPreview.module.css'
import { SourceSettings } from './SourceSettings.tsx'
import { sourceStanding } from './sourceStanding.ts'
import type { EvidenceImport } from './useEvidenceImport.ts'

/** As many stand above the list without pushing it out of sight. */
const MOST_UNFOLDED = 4

type SourceListProps = {
  sources: readonly EvidenceSource[]
  importing: EvidenceImport
  incidentZone: string
}

/** Every source; of many, those that ask for nothing and were read to their end are folded away. */
export function SourceList({ sources, importing, incidentZone }: SourceListProps) {
  const settings = (source: EvidenceSource) => (
    <SourceSettings key={source.name} {...{ source, importing, incidentZone }} />
  )
  if (sources.length <= MOST_UNFOLDED) return sources.map(settings)
  const [asking, settled] = [sources.filter(needsALook), sources.filter((source) => !needsALook(source))]
  return (
    <>
      {asking.map(settings)}
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary>
            {settled.length} {asking.length > 0 && 'other '}
            {settled.length === 1 ? 'source was' : 'sources were'} read to the end
          </summary>
          {settled.map(settings)}
        </details>
      )}
    </>
  )
}

const needsALook = (source: EvidenceSource): boolean =>
  source.needs.length > 0 || sourceStanding(source).is !== 'read'
