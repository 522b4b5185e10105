import { useState } from 'react'
import { useCards } from '../../room/useContent.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Board.module.css'
import { BoardFocusProvider } from './boardFocus.tsx'
import { Column } from './Column.tsx'
import { type BoardKind, columns, statementKinds } from './columns.ts'
import { useCardMonitor } from './useCardMonitor.ts'
import { useNewCardsSpoken } from './useNewCardsSpoken.ts'
import { useNextCardKeys } from './useNextCardKeys.ts'

/** Where statements are sorted, in the columns `kinds` names. On a narrow screen one column at a time. */
export const Board = ({ kinds = statementKinds }: { kinds?: readonly BoardKind[] }) => (
  <BoardFocusProvider>
    <Columns kinds={kinds} />
  </BoardFocusProvider>
)

function Columns({ kinds }: { kinds: readonly BoardKind[] }) {
  const cards = useCards()
  const [chosen, setChosen] = useState<BoardKind | null>(null)
  const shown = chosen && kinds.includes(chosen) ? chosen : (kinds[0] ?? null)
  const board = useNextCardKeys()
  useCardMonitor()
  useNewCardsSpoken(kinds)

  return (
    <div className={styles.board} ref={board}>
      {shown && kinds.length > 1 && (
        <div className={styles.tabs}>
          <Segmented
            label="Column"
            value={shown}
            onChange={setChosen}
            options={kinds.map((kind) => ({ value: kind, label: columns[kind].title }))}
          />
        </div>
      )}
      <div
        className={styles.columns}
        style={{ '--columns': kinds.length } as React.CSSProperties /* a custom property */}
      >
        {kinds.map((kind) => (
          <Column
            key={kind}
            kind={kind}
            kinds={kinds}
            cards={cards.filter(({ place }) => place.kind === kind)}
            isChosen={kind === shown}
            onAdd={() => setChosen(kind)}
          />
        ))}
      </div>
    </div>
  )
}
