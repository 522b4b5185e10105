import { useCallback, useEffect, useRef } from 'react'
import type { ActionItem } from '../../../shared/content/actionItems.ts'
import type { ActionItemId } from '../../../shared/ids.ts'
import { announce } from '../../ui/liveRegions.ts'
import { ActionRow } from './ActionRow.tsx'
import styles from './ActionTable.module.css'
import { focusAction } from './focusAction.ts'
import { placeBeside } from './placeBeside.ts'
import type { useActionEdits } from './useActionEdits.ts'

const columns = ['What will be true', 'Category', 'Owner', 'By', 'Priority', 'Effort', 'How we will know']

type ActionRowsProps = {
  actionItems: readonly ActionItem[]
  /** Those of them that are shown now. */
  shown: readonly ActionItem[]
  mayEdit: boolean
  newId: ActionItemId | null
  edits: ReturnType<typeof useActionEdits>
  onNewLeft: () => void
}

export function ActionRows({ actionItems, shown, mayEdit, newId, edits, onNewLeft }: ActionRowsProps) {
  const newest = useRef({ actionItems, shown, newId, onNewLeft })
  useEffect(() => {
    newest.current = { actionItems, shown, newId, onNewLeft }
  })
  const onStep = useCallback(
    (id: ActionItemId, step: -1 | 1) => {
      const place = placeBeside(newest.current, id, step)
      if (!place) return announce(step === -1 ? 'It is the first one already' : 'It is the last one already')
      edits.move(id, place.afterId)
      announce(`Now number ${place.number}`)
      requestAnimationFrame(() => focusAction(id)) // the row has moved in the page and lost the focus
    },
    [edits],
  )
  const onRemove = useCallback(
    (id: ActionItemId) => {
      const position = newest.current.shown.findIndex((item) => item.id === id)
      const next = newest.current.shown[position + 1] ?? newest.current.shown[position - 1]
      edits.remove(id)
      if (next) requestAnimationFrame(() => focusAction(next.id))
    },
    [edits],
  )
  const onLeaveNew = useCallback(
    (id: ActionItemId) => {
      if (newest.current.newId !== id) return
      newest.current.onNewLeft()
      const item = newest.current.actionItems.find((other) => other.id === id)
      if (item && isUntouched(item)) edits.remove(id, 'quietly')
    },
    [edits],
  )

  return (
    <table className={styles.table}>
      <caption className="vh">Actions from this review</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">Number</span>
          </th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
          <th scope="col">
            <span className="vh">Candidate, and more</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((item) => (
          <ActionRow
            key={item.id}
            item={item}
            number={actionItems.indexOf(item) + 1}
            mayEdit={mayEdit}
            isNew={item.id === newId}
            edits={edits}
            onStep={onStep}
            onRemove={onRemove}
            onLeaveNew={onLeaveNew}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Someone opened a row and left it as it was. */
const isUntouched = ({ outcome, verification, path, owner, dueOn }: ActionItem): boolean =>
  !outcome && !verification && !path && !owner && !dueOn
