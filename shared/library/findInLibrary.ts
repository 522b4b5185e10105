import { severities } from '../guide/severities.ts'
import type { PostmortemId } from '../ids.ts'
import { type LibraryFacets, type LibraryFilters, libraryKinds } from '../wire/library.ts'

/** What the facets go by, of one postmortem that holds the words. */
export type LibraryEntry = {
  postmortemId: PostmortemId
  kind: LibraryFilters['kinds'][number]
  severity: LibraryFilters['severities'][number] | null
  services: readonly string[]
}

type Facet = keyof LibraryFacets
const MOST_SERVICES_COUNTED = 12

/** Which of the entries the facets let through, in their order, and what each value of a facet would show. */
export function findInLibrary(
  entries: readonly LibraryEntry[],
  filters: LibraryFilters,
): { found: PostmortemId[]; facets: LibraryFacets } {
  const passes = (facet: Facet, entry: LibraryEntry) => {
    const chosen: readonly string[] = filters[facet]
    return chosen.length === 0 || valuesOf(facet, entry).some((value) => chosen.includes(value))
  }
  const besides = (facet: Facet) =>
    entries.filter((entry) => facetNames.every((other) => other === facet || passes(other, entry)))
  const countIn = (facet: Facet) => {
    const counts = new Map<string, number>()
    for (const entry of besides(facet))
      for (const value of new Set(valuesOf(facet, entry))) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  const [kinds, bySeverity, services] = [countIn('kinds'), countIn('severities'), countIn('services')]
  const inOrder = <Value extends string>(values: readonly Value[], counts: Map<string, number>) =>
    values.flatMap((value) => {
      const count = counts.get(value) ?? 0
      return count > 0 ? [{ value, count }] : []
    })
  return {
    found: entries
      .filter((entry) => facetNames.every((facet) => passes(facet, entry)))
      .map(({ postmortemId }) => postmortemId),
    facets: {
      kinds: inOrder(libraryKinds, kinds),
      severities: inOrder(severities, bySeverity),
      services: mostNamed(services, filters.services),
    },
  }
}

const facetNames: readonly Facet[] = ['kinds', 'severities', 'services']

function valuesOf(facet: Facet, { kind, severity, services }: LibraryEntry): readonly string[] {
  if (facet === 'kinds') return [kind]
  if (facet === 'severities') return severity === null ? [] : [severity]
  return services
}

/** Those that are chosen always, or nobody could take the choice back. */
function mostNamed(counts: Map<string, number>, chosen: readonly string[]): LibraryFacets['services'] {
  const sorted = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return sorted.filter(({ value }, position) => position < MOST_SERVICES_COUNTED || chosen.includes(value))
}
