import { type FocusEvent, memo } from 'react'
import type { ActionItem } from '../../../shared/content/actionItems.ts'
import type { ActionItemId } from '../../../shared/ids.ts'
import { CommentButton } from '../../room/CommentButton.tsx'
import { useOthersAt } from '../../room/usePresence.ts'
import { ActionHandle } from './ActionHandle.tsx'
import { ActionMenu } from './ActionMenu.tsx'
import styles from './ActionRow.module.css'
import { AimPiece } from './AimPiece.tsx'
import { CandidateToggle } from './CandidateToggle.tsx'
import { DuePiece } from './DuePiece.tsx'
import { EffortPiece } from './EffortPiece.tsx'
import { FindingPiece } from './FindingPiece.tsx'
import { OutcomePiece } from './OutcomePiece.tsx'
import { OwnerPiece } from './OwnerPiece.tsx'
import { PriorityPiece } from './PriorityPiece.tsx'
import { TextPiece } from './TextPiece.tsx'
import type { useActionEdits } from './useActionEdits.ts'

export type ActionRowProps = {
  item: ActionItem
  number: number
  mayEdit: boolean
  isNew: boolean
  edits: ReturnType<typeof useActionEdits>
  /** One place up or down among the actions that are shown. */
  onStep: (id: ActionItemId, step: -1 | 1) => void
  onRemove: (id: ActionItemId) => void
  onLeaveNew: (id: ActionItemId) => void
}

export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { item, number, mayEdit, isNew, edits, onStep, onRemove, onLeaveNew } = props
  const piece = { item, number, mayEdit, isNeeded: item.state === 'candidate', describe: edits.describe }
  const [editor] = useOthersAt({ in: 'action', id: item.id })

  return (
    <tr
      className={styles.row}
      data-action={item.id}
      data-person={editor?.person.colour}
      onBlur={(event) => isLeft(event) && onLeaveNew(item.id)}
    >
      <td className={styles.number}>
        <ActionHandle item={item} number={number} mayEdit={mayEdit} onStep={onStep} onRemove={onRemove} />
      </td>
      <th scope="row" className={styles.outcome}>
        <OutcomePiece
          item={item}
          number={number}
          mayEdit={mayEdit}
          isNew={isNew}
          onGiveUp={() => onLeaveNew(item.id)}
        />
        {(mayEdit || item.findingId) && (
          <span className={styles.under}>
            <FindingPiece {...piece} />
          </span>
        )}
        {editor && <span className={styles.editing}>{editor.person.name} is editing</span>}
      </th>
      <td data-label="Category">
        <AimPiece {...piece} isNeeded={false} />
      </td>
      <td data-label="Owner">
        <OwnerPiece {...piece} />
      </td>
      <td data-label="By">
        <DuePiece {...piece} />
      </td>
      <td data-label="Priority">
        <PriorityPiece {...piece} />
      </td>
      <td data-label="Effort">
        <EffortPiece {...piece} />
      </td>
      <td data-label="How we will know" className={styles.words}>
        <TextPiece {...piece} field="verification" label="Verification" ask="How will we know it is done?" />
        {(mayEdit || item.path) && (
          <span className={`${styles.under} ${styles.later}`}>
            <TextPiece {...piece} isNeeded={false} field="path" label="Path" ask="What makes it realistic?" />
          </span>
        )}
      </td>
      <td className={styles.end}>
        <CandidateToggle item={item} number={number} mayEdit={mayEdit} describe={edits.describe} />
        <CommentButton anchor={{ on: 'action', id: item.id }} quote={item.outcome} />
        {mayEdit && <ActionMenu item={item} number={number} onStep={onStep} onRemove={onRemove} />}
      </td>
    </tr>
  )
})

/** The focus went somewhere else on the page, and not into a menu this row has opened. */
function isLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): boolean {
  if (!(relatedTarget instanceof Element)) return false
  return !currentTarget.contains(relatedTarget) && !relatedTarget.closest('[role=menu]')
}
