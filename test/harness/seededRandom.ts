export type SeededRandom = {
  /** From 0 up to 1. */
  next: () => number
  /** A whole number from `least` up to and with `most`. */
  between: (least: number, most: number) => number
  pick: <Value>(values: readonly Value[]) => Value
}

/** The same numbers for the same seed (mulberry32), so that a failing run can be run again. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (values) => {
      const value = values[Math.floor(next() * values.length)]
      if (value === undefined) throw new Error('There is nothing to pick from.')
      return value
    },
  }
}
