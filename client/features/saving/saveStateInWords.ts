import type { SaveState } from '../../room/saveState.ts'

export type SavingWords = {
  icon: 'pulse' | 'cloud' | 'turning' | 'device' | 'eye'
  words: string
  /** Said less loudly beside it. */
  aside?: string
  /** `needsYou` is ochre: the changes are here and nowhere else. */
  tone: 'quiet' | 'plain' | 'needsYou'
}

/** What the bar says about this person's changes. `facilitator` is whom a reader may ask; null when there is none. */
export function saveStateInWords(save: SaveState, facilitator: string | null): SavingWords {
  switch (save.is) {
    case 'opening':
      return { icon: 'pulse', words: 'Opening…', tone: 'quiet' }
    case 'saved':
      return { icon: 'cloud', words: 'Saved', tone: 'quiet' }
    case 'saving':
      if (save.isQuiet) return { icon: 'pulse', words: '', tone: 'quiet' }
      return {
        icon: 'pulse',
        words: 'Saving…',
        aside: save.reached === 'server' ? 'received' : 'on this device',
        tone: 'quiet',
      }
    case 'held':
      return {
        icon: 'device',
        words: 'Not saved yet — the server cannot write. Kept on this device',
        tone: 'needsYou',
      }
    case 'reconnecting':
      return { icon: 'turning', words: 'Reconnecting…', aside: kept(save.changes), tone: 'plain' }
    case 'offline':
      return { icon: 'device', words: `Working offline — ${kept(save.changes)}`, tone: 'needsYou' }
    case 'merged':
      return {
        icon: 'cloud',
        words: `Back online. ${changesInWords(save.changes)} merged and saved`,
        tone: 'quiet',
      }
    case 'reading':
      return {
        icon: 'eye',
        words: facilitator ? `Reading. Ask ${facilitator} to edit` : 'Reading',
        tone: 'quiet',
      }
  }
}

const changesInWords = (changes: number) => `${changes} ${changes === 1 ? 'change' : 'changes'}`

const kept = (changes: number) =>
  changes === 0 ? 'nothing is waiting to be sent' : `${changesInWords(changes)} kept on this device`
