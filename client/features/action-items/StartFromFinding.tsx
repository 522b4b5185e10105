import { Plus } from 'lucide-react'
import type { CardId } from '../../../shared/ids.ts'
import { useCards } from '../../room/useContent.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { AddAction } from './AddAction.tsx'
import { findingKinds } from './findingKinds.ts'
import styles from './StartFromFinding.module.css'

/** Before the first action: every finding is a way to begin. */
export function StartFromFinding({
  mayEdit,
  onStart,
}: {
  mayEdit: boolean
  onStart: (findingId: CardId | null) => void
}) {
  const cards = useCards().filter(({ text }) => text.trim() !== '')
  const findings = findingKinds.flatMap(({ kind }) => cards.filter((card) => card.place.kind === kind))
  if (!mayEdit) return <p className={styles.words}>They will stand here once the room writes them.</p>
  if (findings.length === 0) {
    return (
      <>
        <p className={styles.words}>An action says what will be true, who sees to it, and by when.</p>
        <AddAction onAdd={() => onStart(null)} />
      </>
    )
  }
  return (
    <>
      <p className={styles.words}>Start from a finding.</p>
      <ul className={styles.findings}>
        {findings.map((card) => (
          <li key={card.id}>
            <button type="button" className={styles.finding} onClick={() => onStart(card.id)}>
              <Glyph kind={card.place.kind} />
              <span>{card.text}</span>
              <Plus size={15} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <AddAction onAdd={() => onStart(null)} />
    </>
  )
}
