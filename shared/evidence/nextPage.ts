import { noted, nothing, type PayloadRead } from './jsonFormat.ts'
import type { ListPage } from './listPages.ts'

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

/** A page that tells where in its list it stands, so that it can be told whether the others are here as well. */
export const listPage = (page: ListPage): PayloadRead => ({ ...nothing, pages: [page] })

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null

/** Where pages are numbered from 1: the list has as many as one of its pages knows of. */
export function numberedPage(
  { page, pages, next }: { page: unknown; pages: unknown; next: unknown },
  tool: string,
): PayloadRead {
  const number = numberOf(page)
  if (number === null) return nextPage(next, tool)
  const hasNext = nextPage(next, tool) !== nothing
  return listPage({
    from: String(number),
    came: 1,
    known: Math.max(number + (hasNext ? 1 : 0), numberOf(pages) ?? 0),
    note: (came, known) =>
      `${tool} has more than is in this file, which holds ${came === 1 ? 'one' : came} of at least ${known} pages: fetch the others as well.`,
  })
}
