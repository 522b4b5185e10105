import {
  type LibraryFacets,
  type LibraryFilters,
  libraryFilters,
  noFilters,
} from '../../../shared/wire/library.ts'

/** The filters as they stand in the page's address: only those that are set. */
export type LibrarySearch = Partial<LibraryFilters>

/** What somebody else put into an address narrows nothing where it cannot be read. */
export function readLibrarySearch(search: Record<string, unknown>): LibrarySearch {
  const { words, kinds, severities, services } = libraryFilters.shape
  const fields = { words, kinds, severities, services }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, schema]) => {
      const read = schema.safeParse(search[name])
      return read.success && read.data.length > 0 ? [[name, read.data]] : []
    }),
  )
}

export const filtersIn = (search: LibrarySearch): LibraryFilters => ({ ...noFilters, ...search })

/** An address says nothing of what is not set. */
export const searchOf = (filters: LibraryFilters): LibrarySearch => readLibrarySearch(filters)

export const isFiltered = (filters: LibraryFilters): boolean =>
  Object.values(filters).some(({ length }) => length > 0)

/** The one without which most would be left, where nothing is; null where there is none. */
export function narrowestFilter(filters: LibraryFilters, facets: LibraryFacets): keyof LibraryFilters | null {
  const facetNames = Object.keys(facets) as (keyof LibraryFacets)[] // an object of ours
  const [widest] = facetNames
    .filter((name) => filters[name].length > 0)
    .map((name) => ({ name, left: facets[name].reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.left - a.left)
  if (widest && (widest.left > 0 || filters.words === '')) return widest.name
  return filters.words === '' ? null : 'words'
}
