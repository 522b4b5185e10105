import type { EvidenceNote } from './evidenceFormat.ts'

/** What a page of a list tells of the list. All pages of a file are of one list. */
export type ListPage = {
  /** Where in the list it begins: a page that is in the file twice counts once. */
  from: string
  came: number
  /** How many there are, as far as this page knows. */
  known: number
  /** Said where fewer came in all pages together. */
  note: (came: number, known: number) => string
}

/** That pages are missing, at the end or before: nothing if they are all here, in whatever order. */
export function missingPages(pages: readonly ListPage[]): EvidenceNote[] {
  const cameByPlace = new Map<string, number>()
  for (const { from, came } of pages) cameByPlace.set(from, Math.max(came, cameByPlace.get(from) ?? 0))
  const came = [...cameByPlace.values()].reduce((sum, one) => sum + one, 0)
  const known = pages.reduce((most, page) => Math.max(most, page.known), 0)
  const [first] = pages
  return first && came < known ? [{ about: 'incomplete', note: first.note(came, known) }] : []
}
