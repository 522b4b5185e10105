import { useDeferredValue, useMemo, useState } from 'react'
import { MOST_TAKEN } from '../../../shared/wire/evidence.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useIncident } from '../../room/useIncident.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ChosenOffers } from './ChosenOffers.tsx'
import { everyOffer, filterOffers } from './filterOffers.ts'
import styles from './ImportPreview.module.css'
import { MaskList } from './MaskList.tsx'
import { OfferFilters } from './OfferFilters.tsx'
import { OfferTable } from './OfferTable.tsx'
import { SourceList } from './SourceList.tsx'
import { CurrentSource } from './SourceQueue.tsx'
import type { EvidenceImport, Reading } from './useEvidenceImport.ts'

/** What an import offers, to look at and choose from. Nothing is added or sent before “Add”. */
export function ImportPreview({ importing }: { importing: EvidenceImport }) {
  const { reading, progress, problem, chosen, isAdding } = importing
  const isLive = useValue(useRoom().line).is === 'live'
  const zone = useIncident()?.zone ?? 'UTC'
  const here = importing.hereCount
  const tooMany = chosen.length > MOST_TAKEN
  return (
    <Dialog
      open
      size="xl"
      onClose={importing.close}
      title={reading ? `${reading.rows.length} things to choose from` : 'Reading evidence'}
      description={
        reading &&
        `Nothing is added yet, and nothing has left this device.${here > 0 ? ` ${here} are here already.` : ''}`
      }
      footer={
        <>
          <Button kind="quiet" onClick={importing.close}>
            {progress ? 'Cancel' : 'Close'}
          </Button>
          {reading && (
            <Button
              kind="primary"
              busy={isAdding}
              disabled={!isLive || chosen.length === 0 || tooMany || progress !== null}
              onClick={importing.add}
            >
              Add {chosen.length}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.preview}>
        {progress && <CurrentSource sources={progress} />}
        {problem && (
          <Notice tone="late" role="alert" title="Nothing was added.">
            {problem.sentence}
          </Notice>
        )}
        {reading && !isLive && (
          <Notice tone="late" role="status" title="Adding needs the connection.">
            What you chose stays here until it is back.
          </Notice>
        )}
        {tooMany && (
          <Notice tone="late" role="status" title={`Up to ${MOST_TAKEN} can be added at once.`}>
            {chosen.length} are chosen. A timeline people can read has far fewer.
          </Notice>
        )}
        {reading && <SourceList sources={reading.sources} importing={importing} incidentZone={zone} />}
        {reading && <MaskList reading={reading} importing={importing} />}
        {reading && reading.rows.length > 0 && <Offers {...{ reading, importing, zone }} />}
      </div>
    </Dialog>
  )
}

const noRows: Reading['rows'] = []

type OffersProps = { reading: Reading; importing: EvidenceImport; zone: string }

function Offers({ reading, importing, zone }: OffersProps) {
  const { kinds, sources } = reading
  const rows = useDeferredValue(reading.rows, noRows) // first the dialog, then what may be a long list
  const [filter, setFilter] = useState(everyOffer)
  const settled = useDeferredValue(filter) // typing does not wait for a long list
  const shown = useMemo(() => filterOffers(rows, settled), [rows, settled])
  const nearAt = rows[0]?.at ?? 0
  return (
    <>
      <OfferFilters
        {...{ filter, kinds, zone, nearAt }}
        onFilter={setFilter}
        sources={sources.map(({ name }) => name)}
      />
      <div className={styles.chosen}>
        <ChosenOffers shown={shown} importing={importing} />
        <p className={styles.count} role="status">
          {shown.length < rows.length && `${shown.length} of ${rows.length} shown, `}times in {zone}
        </p>
      </div>
      {shown.length > 0 || rows !== reading.rows ? (
        <OfferTable rows={shown} importing={importing} zone={zone} />
      ) : (
        <p className={styles.note}>Nothing here is like that. What you chose stays chosen.</p>
      )}
    </>
  )
}
