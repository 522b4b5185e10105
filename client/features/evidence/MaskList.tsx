import { useMemo, useState } from 'react'
import { isSecret, maskWords } from '../../../shared/evidence/masking/maskReasons.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './ImportPreview.module.css'
import type { EvidenceImport, Reading } from './useEvidenceImport.ts'

/** Longer lists are counted, not shown. */
const MOST_SHOWN = 100

/** What nobody else will see, and why; and whose names shall be among it. */
export function MaskList({ reading, importing }: { reading: Reading; importing: EvidenceImport }) {
  const [isOpen, setIsOpen] = useState(false)
  const count = reading.masked.reduce((sum, one) => sum + one.count, 0)
  return (
    <details className={styles.masks} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {count === 0 ? 'Nothing had to be masked' : `${count} masked, as nobody else will see them`}
      </summary>
      {isOpen && <MaskChoices reading={reading} importing={importing} />}
    </details>
  )
}

function MaskChoices({ reading, importing }: { reading: Reading; importing: EvidenceImport }) {
  const { settings, settle } = importing
  const { masked, sources } = reading
  const actors = useMemo(
    () =>
      [...new Set([...settings.names, ...sources.flatMap((source) => source.actors)])].slice(0, MOST_SHOWN),
    [settings.names, sources],
  )
  const values = [
    ...masked,
    ...settings.shown
      .filter((value) => !masked.some((one) => one.value === value))
      .map((value) => ({ reason: 'email' as const, value, count: 0 })),
  ].filter(({ reason }) => reason !== 'name')
  const toggled = (list: readonly string[], value: string, isIn: boolean) =>
    isIn ? [...list, value] : list.filter((one) => one !== value)
  return (
    <div className={styles.maskColumns}>
      <fieldset>
        <legend>Secrets, addresses and numbers</legend>
        {values.slice(0, MOST_SHOWN).map(({ reason, value, count: times }) =>
          isSecret(reason) ? (
            <p key={reason + value} className={styles.secret}>
              {value.slice(0, 4)}••• <span className={styles.count}>{maskWords[reason]}, stays masked</span>
            </p>
          ) : (
            <Checkbox
              key={reason + value}
              checked={!settings.shown.includes(value)}
              onChange={(isMasked) => settle({ shown: toggled(settings.shown, value, !isMasked) })}
            >
              {value}{' '}
              <span className={styles.count}>
                {maskWords[reason]}
                {times > 1 && `, ${times} times`}
              </span>
            </Checkbox>
          ),
        )}
        {values.length > MOST_SHOWN && <p className={styles.note}>and {values.length - MOST_SHOWN} more</p>}
        <Checkbox checked={settings.masksAddresses} onChange={(masksAddresses) => settle({ masksAddresses })}>
          Mask the addresses of machines, too
        </Checkbox>
      </fieldset>
      {actors.length > 0 && (
        <fieldset>
          <legend>Names to mask</legend>
          {actors.map((actor) => (
            <Checkbox
              key={actor}
              checked={settings.names.includes(actor)}
              onChange={(isMasked) => settle({ names: toggled(settings.names, actor, isMasked) })}
            >
              {actor}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </div>
  )
}
