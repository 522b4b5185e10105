import { useState } from 'react'
import type { ActionItemId, CardId } from '../../../shared/ids.ts'
import { useActionItems } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { ActionRows } from './ActionRows.tsx'
import { ActionsHeadline } from './ActionsHeadline.tsx'
import styles from './ActionTable.module.css'
import { AddAction } from './AddAction.tsx'
import { type AimChosen, AimFilter } from './AimFilter.tsx'
import { StartFromFinding } from './StartFromFinding.tsx'
import { useActionEdits } from './useActionEdits.ts'

/** What will be different: one outcome, one owner, one due date a row. `level` is that of the headline. */
export function ActionTable({ level = 2 }: { level?: 1 | 2 }) {
  const actionItems = useActionItems()
  const mayEdit = useMayEdit()
  const edits = useActionEdits()
  const [newId, setNewId] = useState<ActionItemId | null>(null)
  const [aim, setAim] = useState<AimChosen>('all')

  const add = (findingId: CardId | null) => {
    setAim('all') // a new action has no category yet and would be hidden
    setNewId(edits.add(findingId))
  }
  useShortcut('addAction', () => add(null), { isOn: mayEdit })

  if (actionItems.length === 0) {
    return (
      <div className={styles.actions}>
        <ActionsHeadline level={level} actionItems={actionItems} />
        <StartFromFinding mayEdit={mayEdit} onStart={add} />
      </div>
    )
  }
  const shown = aim === 'all' ? actionItems : actionItems.filter((item) => item.aim === aim)
  return (
    <div className={styles.actions}>
      <ActionsHeadline level={level} actionItems={actionItems} />
      <AimFilter actionItems={actionItems} chosen={aim} onChoose={setAim} />
      <ActionRows
        actionItems={actionItems}
        shown={shown}
        mayEdit={mayEdit}
        newId={newId}
        edits={edits}
        onNewLeft={() => setNewId(null)}
      />
      {mayEdit && <AddAction onAdd={() => add(null)} />}
    </div>
  )
}
