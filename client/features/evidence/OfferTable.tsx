import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { OfferRow as Row } from './evidenceMessages.ts'
import styles from './ImportPreview.module.css'
import { OfferRow } from './OfferRow.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

/** Shorter lists are all on the page. */
const LONG_FROM = 200
/** In px, of every row of a long list, as its style sheet has it: measuring thousands takes longer than drawing them. */
const ROW_HEIGHT = 64
const NARROW_ROW_HEIGHT = 152
const rowHeight = () => (matchMedia('(max-width: 800px)').matches ? NARROW_ROW_HEIGHT : ROW_HEIGHT)

type OfferTableProps = { rows: readonly Row[]; importing: EvidenceImport; zone: string }

/** Everything that is offered, by time, replies behind what they answer. Of thousands, those in sight are drawn. */
export function OfferTable({ rows, importing, zone }: OfferTableProps) {
  const list = useRef<HTMLDivElement>(null)
  const isLong = rows.length >= LONG_FROM
  const height = rowHeight() // once, not for each of fifty thousand
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 10,
    enabled: isLong,
  })
  const drawn = isLong
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_, index) => ({ index, start: null }))
  const [active, setActive] = useState(0)
  const tabStop = drawn.some(({ index }) => index === active) ? active : drawn[0]?.index
  const awaited = useRef<number | null>(null)
  useEffect(() => {
    // A row that is far away is drawn only once the list has been scrolled to it.
    const box = list.current?.querySelector<HTMLElement>(`[data-index="${awaited.current}"] input`)
    if (!box) return
    awaited.current = null
    box.focus()
  })

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return // a list to choose from has its own arrows
    const next = nextIndex(event.key, active, rows.length)
    if (next === null) return
    event.preventDefault()
    const passed = rows.slice(Math.min(active, next), Math.max(active, next) + 1)
    if (event.shiftKey) importing.choices.choose(passed.filter(importing.mayBeChosen), true)
    if (isLong) virtualizer.scrollToIndex(next)
    awaited.current = next
    setActive(next)
  }
  return (
    <div className={styles.scroll} ref={list}>
      <ul
        className={styles.offers}
        aria-label="What can be added"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setActive(Number(target.closest('li')?.dataset.index ?? 0))}
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
                isTabStop={index === tabStop}
              />
            )
          )
        })}
      </ul>
    </div>
  )
}

const ROWS_A_PAGE = 10

/** Where a key leads; null for one that leads nowhere. */
function nextIndex(key: string, from: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: ROWS_A_PAGE,
    PageUp: -ROWS_A_PAGE,
    Home: -count,
    End: count,
  }
  const step = steps[key]
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step))
}
