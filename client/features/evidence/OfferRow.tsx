import { memo } from 'react'
import { timelineStages } from '../../../shared/content/timeline.ts'
import { offerPlaces } from '../../../shared/evidence/suggestPlace.ts'
import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import { stageInWords } from '../../room/stageInWords.ts'
import { Tag } from '../../ui/Tag.tsx'
import type { OfferRow as Row } from './evidenceMessages.ts'
import styles from './ImportPreview.module.css'
import { kindWords, placeWords } from './kindWords.ts'
import { OfferChoice } from './OfferChoice.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

const stageOptions = ['none', ...timelineStages] as const
const stageWords = { none: 'Not named', ...stageInWords }

type OfferRowProps = {
  row: Row
  zone: string
  importing: EvidenceImport
  index: number
  count: number
  /** Where it stands in a long list, in px; null in a short one. */
  top: number | null
  /** Of all rows one is reached by Tab, the others from there. */
  isTabStop: boolean
}

/** Drawn anew only when something of it changed: while a long list is scrolled, that is none of those in sight. */
export const OfferRow = memo(function OfferRow(props: OfferRowProps) {
  const { row, zone, importing, index, count, top, isTabStop } = props
  const { choices, mayBeChosen } = importing
  const state = importing.stateOf(row)
  const place = choices.placeOf(row)
  const tabIndex = isTabStop ? 0 : -1
  const when =
    row.at === null ? (row.written ?? 'when?') : momentWithDay({ at: row.at, precision: row.precision }, zone)
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
        tabIndex={tabIndex}
        aria-label={`${when}: ${row.text.slice(0, 120)}`}
        checked={importing.isChosen(row)}
        // Not `disabled`: the keys would have to jump over it, and nobody would hear why.
        aria-disabled={!mayBeChosen(row)}
        onChange={(event) => mayBeChosen(row) && choices.choose([row], event.currentTarget.checked)}
      />
      <time className={row.at === null ? styles.asks : ''}>{when}</time>
      <div className={styles.words}>
        <p className={styles.text}>{row.text.slice(0, 400)}</p>
        <OfferMeta row={row} state={state} />
      </div>
      {state !== 'here' && (
        <OfferChoice
          label="Where it goes"
          tabIndex={tabIndex}
          value={place}
          options={offerPlaces}
          words={placeWords}
          onChoose={(chosen) => choices.put([row], chosen)}
        />
      )}
      {state !== 'here' && place === 'timeline' && (
        <OfferChoice
          label="Part of the response"
          tabIndex={tabIndex}
          value={choices.stageOf(row) ?? 'none'}
          options={stageOptions}
          words={stageWords}
          onChoose={(chosen) => choices.putInStage([row], chosen === 'none' ? null : chosen)}
        />
      )}
    </li>
  )
})

function OfferMeta({ row, state }: { row: Row; state: ReturnType<EvidenceImport['stateOf']> }) {
  const sources = [row.source, ...row.alsoFrom.map(({ source }) => source)].join(' and ')
  return (
    <p className={styles.meta}>
      {row.actor && `${row.actor}, `}
      {sources}
      {row.kindHint !== 'other' && `; reads as one of ${kindWords[row.kindHint]}`}
      {row.count !== null && row.count > 1 && `; ${row.count} times`} {row.edited && <Tag>edited</Tag>}{' '}
      {row.deleted && <Tag tone="late">deleted at its source</Tag>}{' '}
      {row.isCut && <Tag tone="late">cut after 20,000 characters</Tag>}{' '}
      {row.text.includes('•••(') && <Tag>masked</Tag>} {row.alsoFrom.length > 0 && <Tag>two tools</Tag>}{' '}
      {state === 'here' && <Tag tone="accent">already here</Tag>}{' '}
      {state === 'removed' && <Tag>was here, and removed</Tag>}
    </p>
  )
}
