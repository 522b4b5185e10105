import type { TimelineEvent } from '../../../shared/content/timeline.ts'

/** Labels closer than this part of the strip would run into each other. */
const NEAREST = 0.12

export type StripLabel = { at: number; isHorizon: boolean }

/** Which times are written under the strip: the horizon first, then both ends, then decisions where there is room. */
export function stripLabels(timed: readonly TimelineEvent[], horizonAt: number | null): StripLabel[] {
  const [first, last] = [timed[0]?.occurred.at, timed.at(-1)?.occurred.at]
  if (first === undefined || last === undefined) return []
  const spanMs = Math.max(last - first, 1)
  const isInside = horizonAt !== null && horizonAt >= first && horizonAt <= last
  const wanted = [
    ...(isInside ? [horizonAt] : []),
    first,
    last,
    ...timed.filter(({ kind }) => kind === 'decision').map(({ occurred }) => occurred.at),
  ]
  const labels: StripLabel[] = []
  for (const at of wanted) {
    if (labels.some((label) => Math.abs(label.at - at) / spanMs < NEAREST)) continue
    labels.push({ at, isHorizon: at === horizonAt })
  }
  return labels.sort((a, b) => a.at - b.at)
}
