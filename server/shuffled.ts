import { randomInt } from 'node:crypto'

/** Every order is as likely as any other, and nobody can tell it beforehand. */
export function shuffled<Value>(values: readonly Value[]): Value[] {
  const drawn: Value[] = []
  for (const value of values) {
    const place = randomInt(drawn.length + 1)
    const displaced = drawn[place]
    if (displaced !== undefined) drawn.push(displaced)
    drawn[place] = value
  }
  return drawn
}
