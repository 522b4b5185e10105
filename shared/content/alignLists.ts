/** A stretch of both lists: one entry of each that are the same, or what stands between two such pairs. */
export type Stretch<Before, After> = { before: readonly Before[]; after: readonly After[] }

/** Above this many comparisons, what lies between the equal beginnings and ends is one stretch. */
const MOST_COMPARISONS = 250_000

/** Two lists side by side, with as many pairs of equal entries as there can be. */
export function alignLists<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  isSame: (a: Before, b: After) => boolean,
): Stretch<Before, After>[] {
  const stretches: Stretch<Before, After>[] = []
  let b = 0
  let a = 0
  const goTo = (nextB: number, nextA: number) => {
    if (nextB > b || nextA > a)
      stretches.push({ before: before.slice(b, nextB), after: after.slice(a, nextA) })
    b = nextB
    a = nextA
  }
  for (const [pairB, pairA] of equalPairs(before, after, isSame)) {
    goTo(pairB, pairA)
    goTo(pairB + 1, pairA + 1)
  }
  goTo(before.length, after.length)
  return stretches
}

function equalPairs<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  isSame: (a: Before, b: After) => boolean,
): [number, number][] {
  const same = (b: number, a: number) => isSame(before[b] as Before, after[a] as After) // within both lists
  const shorter = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shorter && same(prefix, prefix)) prefix++
  let suffix = 0
  while (suffix < shorter - prefix && same(before.length - 1 - suffix, after.length - 1 - suffix)) suffix++
  const rows = before.length - prefix - suffix
  const columns = after.length - prefix - suffix
  const middle =
    rows * columns > MOST_COMPARISONS
      ? []
      : longestCommon(rows, columns, (b, a) => same(prefix + b, prefix + a))
  return [
    ...Array.from({ length: prefix }, (_, at): [number, number] => [at, at]),
    ...middle.map(([b, a]): [number, number] => [prefix + b, prefix + a]),
    ...Array.from({ length: suffix }, (_, at): [number, number] => [
      before.length - suffix + at,
      after.length - suffix + at,
    ]),
  ]
}

/** `lengths` holds, by position, how many pairs the rest of both lists has in common. */
function longestCommon(
  rows: number,
  columns: number,
  same: (row: number, column: number) => boolean,
): [number, number][] {
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: [number, number][] = []
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    if (same(row, column)) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
