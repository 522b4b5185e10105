/**
 * One at a time, each in a turn of its own: between two of them whatever else has come in is answered. Many requests that
 * arrive at once would otherwise be worked through in one go, and a letter somebody types meanwhile would wait for all.
 */
export function createTurns(): (work: () => void) => void {
  const waiting: (() => void)[] = []
  const next = () => {
    const work = waiting.shift()
    if (waiting.length > 0) setImmediate(next)
    work?.()
  }
  return (work) => {
    waiting.push(work)
    if (waiting.length === 1) setImmediate(next)
  }
}
