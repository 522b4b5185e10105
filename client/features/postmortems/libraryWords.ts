import { type LibraryFilters, type LibraryKind, noFilters } from '../../../shared/wire/library.ts'

export const kindWords: Record<LibraryKind, string> = {
  toMeet: 'Meeting to come',
  held: 'Meeting held',
  async: 'Async review',
  logEntry: 'Log entry',
}

export const wordsOfValue = (value: string): string => kindWords[value as LibraryKind] ?? value // others are as they are called

export type Chosen = { name: keyof Omit<LibraryFilters, 'words'>; value: string }

export const chosenIn = ({ words: _, ...facets }: LibraryFilters): Chosen[] =>
  (Object.keys(facets) as Chosen['name'][]).flatMap((name) => facets[name].map((value) => ({ name, value }))) // an object of ours

/** The filters with this value, or without it. */
export const withValue = (
  filters: LibraryFilters,
  { name, value }: Chosen,
  isIn: boolean,
): LibraryFilters => {
  const others = (filters[name] as string[]).filter((other) => other !== value)
  return { ...filters, [name]: isIn ? [...others, value] : others }
}

export const without = (filters: LibraryFilters, name: keyof LibraryFilters): LibraryFilters => ({
  ...filters,
  [name]: noFilters[name],
})
