import type { SaveState } from '../../room/saveState.ts'
import type { Urgency } from '../../ui/liveRegions.ts'
import { saveStateInWords } from './saveStateInWords.ts'

const troubles: readonly SaveState['is'][] = ['reconnecting', 'offline', 'held']
const CHANGES_BETWEEN = 10

/** What a screen reader hears when saving goes from one state to the next; null for silence. */
export function savingSpoken(
  from: SaveState,
  to: SaveState,
  facilitator: string | null,
  isKept = true,
): { text: string; urgency: Urgency } | null {
  const { words, aside } = saveStateInWords(to, facilitator, isKept)
  const spoken = { text: aside ? `${words} ${aside}` : words, urgency: 'polite' as const }
  const isNew = from.is !== to.is
  switch (to.is) {
    case 'opening':
    case 'saving':
      return null
    case 'saved':
      return isNew && troubles.includes(from.is) ? spoken : null
    case 'held':
      return isNew ? { ...spoken, urgency: 'assertive' } : null
    case 'offline': {
      const before = from.is === 'offline' ? from.changes : 0
      const passedTen = Math.floor(to.changes / CHANGES_BETWEEN) > Math.floor(before / CHANGES_BETWEEN)
      return isNew || passedTen ? spoken : null
    }
    case 'reconnecting':
    case 'merged':
    case 'reading':
      return isNew ? spoken : null
  }
}
