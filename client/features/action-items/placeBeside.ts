import type { ActionItem } from '../../../shared/content/actionItems.ts'
import type { ActionItemId } from '../../../shared/ids.ts'

/**
 * One step up or down among the actions that are shown: after which action it then stands in the whole list, and as
 * which number. Null at an end.
 */
export function placeBeside(
  { actionItems, shown }: { actionItems: readonly ActionItem[]; shown: readonly ActionItem[] },
  id: ActionItemId,
  step: -1 | 1,
): { afterId: ActionItemId | null; number: number } | null {
  const passed = shown[shown.findIndex((item) => item.id === id) + step]
  if (!passed) return null
  const others = actionItems.filter((item) => item.id !== id)
  const position = others.indexOf(passed) + (step === 1 ? 1 : 0)
  return { afterId: others[position - 1]?.id ?? null, number: position + 1 }
}
