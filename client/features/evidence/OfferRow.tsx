import { offerPlaces } from '../../../shared/evidence/suggestPlace.ts'
import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import { Tag } from '../../ui/Tag.tsx'
import styles from './Evidence.module.css'
import type { OfferRow as Row } from './evidenceMessages.ts'
import { kindWords, placeWords } from './kindWords.ts'
import type { EvidenceImport } from './useEvidenceImport.ts'

type OfferRowProps = {
  row: Row
  zone: string
  importing: EvidenceImport
  index: number
  count: number
  /** Where it stands in a long list, in px; null in a short one. */
  top: number | null
}

export function OfferRow({ row, zone, importing, index, count, top }: OfferRowProps) {
  const state = importing.stateOf(row)
  const when =
    row.at === null ? (row.written ?? 'when?') : momentWithDay({ at: row.at, precision: row.precision }, zone)
  const sources = [row.source, ...row.alsoFrom.map(({ source }) => source)].join(' and ')
  return (
    <li
      className={`${styles.offer} ${row.isReply ? styles.reply : ''} ${top === null ? '' : styles.placed}`}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      ref={(element) => {
        if (element && top !== null) element.style.transform = `translateY(${top}px)`
      }}
    >
      <input
        type="checkbox"
        aria-label={`${when}: ${row.text.slice(0, 120)}`}
        checked={importing.isChosen(row)}
        disabled={!importing.mayBeChosen(row)}
        onChange={(event) => importing.choose([row], event.currentTarget.checked)}
      />
      <time className={row.at === null ? styles.asks : ''}>{when}</time>
      <div className={styles.words}>
        <p className={styles.text}>{row.text.slice(0, 400)}</p>
        <p className={styles.meta}>
          {row.actor && `${row.actor}, `}
          {sources}
          {row.kindHint !== 'other' && `; reads as one of ${kindWords[row.kindHint]}`}
          {row.count !== null && row.count > 1 && `; ${row.count} times`} {row.edited && <Tag>edited</Tag>}{' '}
          {row.deleted && <Tag tone="late">deleted at its source</Tag>}{' '}
          {row.text.includes('•••(') && <Tag>masked</Tag>} {row.alsoFrom.length > 0 && <Tag>two tools</Tag>}{' '}
          {state === 'here' && <Tag tone="accent">already here</Tag>}{' '}
          {state === 'removed' && <Tag>was here, and removed</Tag>}
        </p>
      </div>
      {state !== 'here' && (
        <select
          aria-label="Where it goes"
          value={importing.placeOf(row)}
          onChange={({ currentTarget }) => {
            const place = offerPlaces.find((one) => one === currentTarget.value)
            if (place) importing.put(row, place)
          }}
        >
          {offerPlaces.map((place) => (
            <option key={place} value={place}>
              {placeWords[place]}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}
