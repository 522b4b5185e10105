import type { ActionItemId } from '../../../shared/ids.ts'

export const actionHandleId = (id: ActionItemId): string => `action-${id}`

/** Puts the focus on an action as a whole: its number. */
export const focusAction = (id: ActionItemId): void => document.getElementById(actionHandleId(id))?.focus()
