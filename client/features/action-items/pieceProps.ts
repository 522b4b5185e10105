import type { ActionItem } from '../../../shared/content/actionItems.ts'
import type { ActionItemId } from '../../../shared/ids.ts'
import type { ActionChange } from './useActionEdits.ts'

/** What every piece of an action is given. */
export type PieceProps = {
  item: ActionItem
  /** Where the action stands in the list, from 1. */
  number: number
  /** The action is a candidate, so a missing piece asks for itself. */
  isNeeded: boolean
  mayEdit: boolean
  describe: (id: ActionItemId, change: ActionChange) => void
}
