import type { ContentChange } from '../../../shared/content/compareContent.ts'
import { numberInWords } from '../../../shared/numberInWords.ts'
import { capitalised } from './changesInWords.ts'

/** What restoring will do, in whole sentences: what goes, what comes back, what is safe. */
export function restoreSentences(changes: readonly ContentChange[]): string[] {
  const count = (...whats: ContentChange['what'][]) =>
    changes.filter(({ what }) => whats.includes(what)).length
  const parts = [
    [count('added'), 'added since', 'is taken out', 'are taken out'],
    [count('removed'), 'removed since', 'comes back', 'come back'],
    [count('changed', 'moved'), 'changed or moved since', 'becomes what it was', 'become what they were'],
  ] as const
  const done = parts.flatMap(([number, which, becomes, become]) =>
    number === 0
      ? []
      : `${numberInWords(number)} ${number === 1 ? 'piece' : 'pieces'} ${which} ${number === 1 ? becomes : become}`,
  )
  return [
    `${capitalised(done.join('; '))}.`,
    'Everybody in the room sees it at once. What is there now is kept as a checkpoint first, and you can undo this.',
  ]
}
