import { noted, nothing, type PayloadRead } from './jsonFormat.ts'

/** Says that a source has more than was fetched, if what stands where it names the next page is anything. */
export function nextPage(next: unknown, tool: string): PayloadRead {
  const isLast = next === undefined || next === null || next === '' || next === false
  if (isLast) return nothing
  return noted('incomplete', `${tool} has more than is in this file: fetch the next page as well.`)
}

/** Says so too where a source counts `total` and fewer came. */
export function fewerThan(
  total: unknown,
  came: number,
  { tool, what }: { tool: string; what: string },
): PayloadRead {
  if (typeof total !== 'number' || total <= came) return nothing
  return noted(
    'incomplete',
    `${tool} counts ${total} ${what}, and ${came} are in this file: fetch the others as well.`,
  )
}
