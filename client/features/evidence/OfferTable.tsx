import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import styles from './Evidence.module.css'
import type { OfferRow as Row } from './evidenceMessages.ts'
import { OfferRow } from './OfferRow.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

/** Shorter lists are all on the page. */
const LONG_FROM = 200
/** In px, of every row of a long list: measuring thousands takes longer than drawing them. */
const ROW_HEIGHT = 64
const rowHeight = () => ROW_HEIGHT

type OfferTableProps = { rows: readonly Row[]; importing: EvidenceImport; zone: string }

/** Everything that is offered, by time, replies behind what they answer. Of thousands, those in sight are drawn. */
export function OfferTable({ rows, importing, zone }: OfferTableProps) {
  const list = useRef<HTMLDivElement>(null)
  const isLong = rows.length >= LONG_FROM
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: rowHeight,
    overscan: 10,
    enabled: isLong,
  })
  const drawn = isLong
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_, index) => ({ index, start: null }))
  return (
    <div className={styles.scroll} ref={list}>
      <ul
        className={styles.offers}
        aria-label="What can be added"
        ref={(element) => {
          if (element) element.style.height = isLong ? `${virtualizer.getTotalSize()}px` : ''
        }}
      >
        {drawn.map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <OfferRow
                key={row.identity}
                row={row}
                zone={zone}
                importing={importing}
                index={index}
                count={rows.length}
                top={start}
              />
            )
          )
        })}
      </ul>
    </div>
  )
}
