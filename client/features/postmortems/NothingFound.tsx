import type { LibraryFacets, LibraryFilters } from '../../../shared/wire/library.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Library.module.css'
import { narrowestFilter } from './librarySearch.ts'
import { chosenIn, without, wordsOfValue } from './libraryWords.ts'

type NothingFoundProps = {
  filters: LibraryFilters
  facets: LibraryFacets
  onFilter: (filters: LibraryFilters) => void
}

/** What matches nothing, and the shortest way to something. */
export function NothingFound({ filters, facets, onFilter }: NothingFoundProps) {
  const narrowest = narrowestFilter(filters, facets)
  const chosen = chosenIn(filters)
  const place = chosen.map(({ value }) => wordsOfValue(value)).join(', ')
  const what = filters.words === '' ? 'Nothing is' : `Nothing matches “${filters.words}”`
  const dropped =
    narrowest === 'words'
      ? `Search without “${filters.words}”`
      : `Search without ${chosen
          .filter(({ name }) => name === narrowest)
          .map(({ value }) => wordsOfValue(value))
          .join(', ')}`
  return (
    <div className={styles.nothing}>
      <p>
        {what}
        {place && ` in ${place}`}.
      </p>
      {narrowest && <Button onClick={() => onFilter(without(filters, narrowest))}>{dropped}</Button>}
    </div>
  )
}
