/** How far two orders of the same things agree: 1 the same, -1 reversed, around 0 unrelated. */
export function kendallTau<Item>(one: readonly Item[], other: readonly Item[]): number {
  const placeOf = new Map(other.map((item, place) => [item, place]))
  const places = one.map((item) => placeOf.get(item) ?? Number.NaN)
  let agreed = 0
  for (const [position, place] of places.entries())
    for (const later of places.slice(position + 1)) agreed += Math.sign(later - place)
  return agreed / ((places.length * (places.length - 1)) / 2)
}
