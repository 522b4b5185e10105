/** Labels closer than this part of the strip would run into each other. */
const NEAREST = 0.12

export type StripLabel = { place: number; words: string; isHorizon: boolean }

/** The labels that have room under the strip; those that come first in `wanted` go before. In order of place. */
export function stripLabels(wanted: readonly StripLabel[]): StripLabel[] {
  const labels: StripLabel[] = []
  for (const label of wanted) {
    if (labels.every(({ place }) => Math.abs(place - label.place) >= NEAREST)) labels.push(label)
  }
  return labels.sort((a, b) => a.place - b.place)
}
