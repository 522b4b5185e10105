import type { SeededRandom } from '../harness/seededRandom.ts'
import type { Writer } from './startWriter.ts'

export type OfflineSpells = {
  /** Now and then somebody loses the line, and types on without it for one to three kills. */
  begin: () => void
  /** Those who have a line again, or still: one kill later. */
  back: () => Writer[]
  /** At least one person, always. */
  online: () => Writer[]
  count: () => number
}

const BEGUN = 0.3

export function offlineSpells(writers: readonly Writer[], random: SeededRandom): OfflineSpells {
  /** For how many kills more. */
  const left = new Map<Writer, number>()
  let count = 0
  const online = () => writers.filter((writer) => !left.has(writer))
  return {
    begin: () => {
      if (random.next() >= BEGUN || online().length < 3) return
      const writer = random.pick(online())
      left.set(writer, random.between(1, 3))
      count++
      writer.disconnect()
    },
    back: () => {
      for (const [writer, kills] of left) {
        if (kills > 0) left.set(writer, kills - 1)
        else left.delete(writer)
      }
      return online()
    },
    online,
    count: () => count,
  }
}
