import type { Circumstances } from '../../../shared/triage/facts.ts'
import { learningSignals, loweringWords, reachSignals, sensitivityWords } from './factWords.ts'

const causeWords = {
  yes: 'Why it was possible is known',
  partly: 'Why it was possible is partly known',
  no: 'Why it was possible is not known',
} as const

/** Each as the form calls it, in the form's order. */
export function circumstancesInWords(known: Circumstances): string[] {
  const { teams, causeKnown, isFollowUpObvious, signals, lowerings, sensitivities } = known
  const touched = wordsOf(reachSignals, signals)
  const notForAll = wordsOf(sensitivityWords, sensitivities)
  return [
    ...(touched.length > 0 ? [`It touched: ${touched.join(', ')}`] : []),
    ...(teams === null ? [] : [teams === 1 ? 'One team responded' : `${teams} teams responded`]),
    ...(causeKnown === null ? [] : [causeWords[causeKnown]]),
    ...(isFollowUpObvious === null
      ? []
      : [isFollowUpObvious ? 'What follows from it is clear' : 'What follows from it is not clear']),
    ...wordsOf(learningSignals, signals),
    ...wordsOf(loweringWords, lowerings),
    ...(notForAll.length > 0 ? [`Not for everyone: ${notForAll.join(', ')}`] : []),
  ]
}

const wordsOf = (options: readonly (readonly [string, string])[], chosen: readonly string[]): string[] =>
  options.flatMap(([value, words]) => (chosen.includes(value) ? [words] : []))
