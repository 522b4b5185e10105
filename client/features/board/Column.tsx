import { useId, useState } from 'react'
import type { Card } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { AddRow } from './AddRow.tsx'
import { CardRow } from './CardRow.tsx'
import styles from './Column.module.css'
import { type BoardKind, columns } from './columns.ts'
import { useCardEdits } from './useCardEdits.ts'
import { useCardKeys } from './useCardKeys.ts'
import { useColumnDrop } from './useColumnDrop.ts'

export function Column({
  kind,
  kinds,
  cards,
  isChosen,
  onAdd,
}: {
  kind: BoardKind
  kinds: readonly BoardKind[]
  cards: readonly Card[]
  /** On a narrow screen only the chosen column is shown. */
  isChosen: boolean
  onAdd: () => void
}) {
  const titleId = useId()
  const mayEdit = useMayEdit()
  const edits = useCardEdits()
  const { title, add, shortcut, key, belongs } = columns[kind]
  const [lastFocused, setLastFocused] = useState<CardId | null>(null)
  const tabStop = cards.some(({ id }) => id === lastFocused) ? lastFocused : (cards[0]?.id ?? null)
  const onKeyDown = useCardKeys(kind, kinds)
  const { list, dropAfter } = useColumnDrop(kind)

  const addHere = () => {
    onAdd()
    edits.add(kind)
  }
  useShortcut(shortcut, addHere, { isOn: mayEdit })

  return (
    <section className={styles.column} aria-labelledby={titleId} data-chosen={isChosen}>
      <h3 className={styles.title} id={titleId}>
        <Glyph kind={kind} /> {title} <span className={styles.count}>{cards.length}</span>
      </h3>
      <ul
        className={styles.cards}
        ref={list}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const row = event.target.closest<HTMLElement>('[data-card]')
          if (row) setLastFocused(row.dataset.card as CardId) // the row writes its own id there
        }}
        data-drop-first={dropAfter?.cardId === null || undefined}
      >
        {cards.length === 0 && <li className={styles.empty}>{belongs}</li>}
        {cards.map((card) => (
          <CardRow
            key={card.id}
            card={card}
            isTabStop={card.id === tabStop}
            isDropBelow={dropAfter?.cardId === card.id}
          />
        ))}
        {mayEdit && (
          <li>
            <AddRow keys={key} onAdd={addHere}>
              {add}
            </AddRow>
          </li>
        )}
      </ul>
    </section>
  )
}
