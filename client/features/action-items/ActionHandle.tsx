import type { KeyboardEvent } from 'react'
import styles from './ActionRow.module.css'
import type { ActionRowProps } from './ActionRow.tsx'
import { actionHandleId } from './focusAction.ts'

type ActionHandleProps = Pick<ActionRowProps, 'item' | 'number' | 'mayEdit' | 'onStep' | 'onRemove'>

/** The action's number, which stands for the whole of it: arrows go to the next one, with Alt they move it. */
export function ActionHandle({ item, number, mayEdit, onStep, onRemove }: ActionHandleProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (step !== null && event.altKey && mayEdit) onStep(item.id, step)
    else if (step !== null && !event.altKey) focusNeighbour(event.currentTarget, step)
    else if (event.key === 'Delete' && mayEdit) onRemove(item.id)
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      id={actionHandleId(item.id)}
      className={styles.handle}
      aria-keyshortcuts={mayEdit ? 'Alt+ArrowUp Alt+ArrowDown Delete' : undefined}
      onKeyDown={onKeyDown}
    >
      <span className="vh">Action </span>
      {number}
      <span className="vh">{item.state === 'idea' ? ', an idea' : ''}</span>
    </button>
  )
}

function focusNeighbour(handle: HTMLElement, step: -1 | 1): void {
  const handles = [...(handle.closest('tbody')?.querySelectorAll<HTMLElement>(`.${styles.handle}`) ?? [])]
  handles[handles.indexOf(handle) + step]?.focus()
}
