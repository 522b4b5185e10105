import type { CaughtUp, SaveState } from '../../room/saveState.ts'

export type SavingWords = {
  icon: 'pulse' | 'cloud' | 'turning' | 'device' | 'eye'
  words: string
  /** Said less loudly beside it. */
  aside?: string
  /** `needsYou` is ochre: the changes are here and nowhere else. */
  tone: 'quiet' | 'plain' | 'needsYou'
}

/**
 * What the bar says about this person's changes. `facilitator` is whom a reader may ask; null when there is none.
 * `isKept` is false where the browser keeps nothing for another visit.
 */
export function saveStateInWords(save: SaveState, facilitator: string | null, isKept = true): SavingWords {
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
        words: `Not saved yet — the server cannot write. ${isKept ? 'Kept on this device' : 'Keep this page open'}`,
        tone: 'needsYou',
      }
    case 'reconnecting':
      return { icon: 'turning', words: 'Reconnecting…', aside: waiting(save.changes, isKept), tone: 'plain' }
    case 'offline':
      return { icon: 'device', words: `Working offline — ${waiting(save.changes, isKept)}`, tone: 'needsYou' }
    case 'merged':
      return { icon: 'cloud', tone: 'quiet', ...caughtUpInWords(save) }
    case 'reading':
      return {
        icon: 'eye',
        words: facilitator ? `Reading. Ask ${facilitator} to edit` : 'Reading',
        tone: 'quiet',
      }
  }
}

const changesInWords = (changes: number) => `${changes} ${changes === 1 ? 'change' : 'changes'}`

function waiting(changes: number, isKept: boolean): string {
  if (changes === 0) return 'nothing is waiting to be sent'
  return isKept
    ? `${changesInWords(changes)} kept on this device`
    : `${changesInWords(changes)} on this page only`
}

/** What others did comes first: a person knows what they wrote themselves. */
function caughtUpInWords({ changes, movedTo, edits }: CaughtUp): Pick<SavingWords, 'words' | 'aside'> {
  const missed = [movedTo && `moved to ${movedTo}`, edits > 0 && `${edits} ${edits === 1 ? 'edit' : 'edits'}`]
  const said = missed.filter(Boolean)
  if (said.length === 0) return { words: `Back online. ${changesInWords(changes)} merged and saved` }
  const words = `Caught up: ${said.join(', ')}`
  return changes === 0 ? { words } : { words, aside: `Your ${changesInWords(changes)} saved` }
}
