import { useMemo, useState } from 'react'
import type { EventKind } from '../../../shared/evidence/eventKinds.ts'
import { MOST_TAKEN } from '../../../shared/wire/evidence.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useIncident } from '../../room/useIncident.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Evidence.module.css'
import type { OfferRow } from './evidenceMessages.ts'
import { kindWords } from './kindWords.ts'
import { MaskList } from './MaskList.tsx'
import { OfferTable } from './OfferTable.tsx'
import { SourceSettings } from './SourceSettings.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

const noRows: readonly OfferRow[] = []

/** What an import offers, to look at and choose from. Nothing is added or sent before “Add”. */
export function ImportPreview({ importing }: { importing: EvidenceImport }) {
  const { reading, progress, problem, chosen, isAdding } = importing
  const isLive = useValue(useRoom().line).is === 'live'
  const zone = useIncident()?.zone ?? 'UTC'
  const [kind, setKind] = useState<EventKind | 'all'>('all')
  const rows = reading?.rows ?? noRows
  const shown = useMemo(
    () => (kind === 'all' ? rows : rows.filter((row) => row.kindHint === kind)),
    [rows, kind],
  )
  const kinds = reading?.kinds ?? []
  const here = importing.hereCount
  const tooMany = chosen.length > MOST_TAKEN
  const choosable = shown.length > MOST_TAKEN ? null : shown.filter(importing.mayBeChosen)
  return (
    <Dialog
      open
      size="xl"
      onClose={importing.close}
      title={reading ? `${rows.length} things to choose from` : 'Reading evidence'}
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
        {progress && <ReadingProgress {...progress} />}
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
        {reading?.sources.map((source) => (
          <SourceSettings key={source.name} source={source} importing={importing} incidentZone={zone} />
        ))}
        {reading && <MaskList reading={reading} importing={importing} />}
        {rows.length > 0 && (
          <div className={styles.tools}>
            <label>
              Show{' '}
              <select
                value={kind}
                onChange={({ currentTarget }) =>
                  setKind(kinds.find((one) => one === currentTarget.value) ?? 'all')
                }
              >
                <option value="all">everything</option>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {kindWords[one]}
                  </option>
                ))}
              </select>
            </label>
            {choosable && (
              <Button size="sm" kind="quiet" onClick={() => importing.choose(choosable, true)}>
                Choose all {choosable.length}
              </Button>
            )}
            <Button size="sm" kind="quiet" onClick={importing.chooseNone}>
              Choose none
            </Button>
            <span className={styles.count}>times in {zone}</span>
          </div>
        )}
        {rows.length > 0 && <OfferTable rows={shown} importing={importing} zone={zone} />}
      </div>
    </Dialog>
  )
}

function ReadingProgress({ words, done, of }: { words: string; done: number; of: number }) {
  return (
    <p className={styles.progress} role="status">
      <progress max={of} {...(done > 0 && { value: done })} aria-label={words} />
      {words}
      {done > 0 && `, ${done} of ${of}`}
    </p>
  )
}
