/** `12.5`, `1,234.5`, `3.2 ms`, `98 %`. Null for anything that is no number, and for the empty cell of a gap. */
export function metricValue(value: unknown): { value: number; unit: string } | null {
  if (typeof value === 'number') return isDrawn(value) ? { value, unit: '' } : null
  if (typeof value !== 'string') return null
  const found =
    /^\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?)\s*([%µ\p{L}/]{0,12})\s*$/iu.exec(value)
  if (!found?.[1] || !/\d/.test(found[1])) return null
  const number = Number(found[1].replaceAll(',', ''))
  return isDrawn(number) ? { value: number, unit: found[2] ?? '' } : null
}

/** What a tool writes where it measured nothing. */
export const isGap = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'number' && Number.isNaN(value)) ||
  (typeof value === 'string' && /^\s*(null|nan|none|undefined|n\/a|-)?\s*$/i.test(value))

const isDrawn = (value: number): boolean => Math.abs(value) <= 1e100
