/** Whole minutes as `42 min`, `2 h` or `2 h 37 min`. Days are left out: an incident's length is told in hours. */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
