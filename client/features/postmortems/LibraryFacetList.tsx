import type { LibraryFacets, LibraryFilters } from '../../../shared/wire/library.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './Library.module.css'
import { type Chosen, withValue, wordsOfValue } from './libraryWords.ts'

type LibraryFacetListProps = {
  facets: LibraryFacets
  filters: LibraryFilters
  onFilter: (filters: LibraryFilters) => void
}

const titles: Record<Chosen['name'], string> = { kinds: 'Kind', severities: 'Severity', services: 'Service' }
const names = ['kinds', 'severities', 'services'] as const

/** Narrows the list. What is chosen stays in sight, also where it shows nothing. */
export const LibraryFacetList = ({ facets, filters, onFilter }: LibraryFacetListProps) => (
  <form className={styles.facets} aria-label="Narrow the list" onSubmit={(event) => event.preventDefault()}>
    {names.map((name) => {
      const chosen: readonly string[] = filters[name]
      const counted: readonly { value: string; count: number }[] = facets[name]
      const empty = chosen.filter((value) => counted.every((each) => each.value !== value))
      const shown = [...counted, ...empty.map((value) => ({ value, count: 0 }))]
      if (shown.length === 0) return null
      return (
        <fieldset key={name}>
          <legend>{titles[name]}</legend>
          {shown.map(({ value, count }) => (
            <div key={value} className={styles.facet}>
              <Checkbox
                checked={chosen.includes(value)}
                onChange={(isIn) => onFilter(withValue(filters, { name, value }, isIn))}
              >
                {wordsOfValue(value)}
                <span className="vh">, {count}</span>
              </Checkbox>
              <span className={styles.number} aria-hidden="true">
                {count}
              </span>
            </div>
          ))}
        </fieldset>
      )
    })}
  </form>
)
