/** What one writer did, in order, and how much of it was acknowledged. Words are numbered and never written twice. */
export type WordLedger = {
  newWord: () => string
  /** One change of the document each. `there`: the word was written; `gone`: it was taken back. Null: something else. */
  made: (change: { word: string; now: 'there' | 'gone' } | null) => void
  count: () => number
  /** The first `count` changes are known to be stored. */
  acknowledge: (count: number) => void
  acknowledged: () => number
  /** How many of those took a word back. */
  acknowledgedDeletions: () => number
  /** Words that still stand, as their writer sees it. */
  standing: () => string[]
  /** Acknowledged words that are missing or back from the dead, and words that stand there more than once. */
  compare: (found: ReadonlyMap<string, number>) => { lost: string[]; doubled: string[] }
}

type WordFate = { writtenAs: number; takenBackAs: number | null }

export function wordLedger(writer: number): WordLedger {
  const fateByWord = new Map<string, WordFate>()
  let words = 0
  let changes = 0
  let acknowledged = 0
  const isAcknowledged = (change: number) => change <= acknowledged

  const isLost = ({ writtenAs, takenBackAs }: WordFate, found: number) => {
    // Taken back, but not yet acknowledged: either way is right.
    if (takenBackAs !== null) return isAcknowledged(takenBackAs) && found > 0
    return isAcknowledged(writtenAs) && found === 0
  }

  return {
    newWord: () => `w${writer}-${++words}`,
    made: (change) => {
      changes++
      if (change?.now === 'there') fateByWord.set(change.word, { writtenAs: changes, takenBackAs: null })
      const fate = change?.now === 'gone' && fateByWord.get(change.word)
      if (fate) fate.takenBackAs = changes
    },
    count: () => changes,
    acknowledge: (count) => {
      acknowledged = Math.max(acknowledged, count)
    },
    acknowledged: () => acknowledged,
    acknowledgedDeletions: () =>
      [...fateByWord.values()].filter(
        ({ takenBackAs }) => takenBackAs !== null && isAcknowledged(takenBackAs),
      ).length,
    standing: () =>
      [...fateByWord].flatMap(([word, { takenBackAs }]) => (takenBackAs === null ? [word] : [])),
    compare: (found) => {
      const fates = [...fateByWord]
      return {
        lost: fates.flatMap(([word, fate]) => (isLost(fate, found.get(word) ?? 0) ? [word] : [])),
        doubled: fates.flatMap(([word]) => ((found.get(word) ?? 0) > 1 ? [word] : [])),
      }
    },
  }
}
