import { X } from 'lucide-react'
import type { LibraryFilters } from '../../../shared/wire/library.ts'
import styles from './Library.module.css'
import { chosenIn, withValue, wordsOfValue } from './libraryWords.ts'

type LibrarySentenceProps = {
  total: number
  filters: LibraryFilters
  onFilter: (filters: LibraryFilters) => void
}

/** `6 match “pool” in checkout-api`, each choice with the way to take it back. */
export function LibrarySentence({ total, filters, onFilter }: LibrarySentenceProps) {
  const chosen = chosenIn(filters)
  const matching = total === 1 ? '1 matches' : `${total} match`
  return (
    <div className={styles.applied}>
      <p role="status">
        {filters.words === ''
          ? `${total} in`
          : `${matching} “${filters.words}”${chosen.length > 0 ? ' in' : ''}`}
        <span className="vh"> {chosen.map(({ value }) => wordsOfValue(value)).join(', ')}</span>
      </p>
      {chosen.map((each) => (
        <button
          key={`${each.name} ${each.value}`}
          type="button"
          className={styles.chip}
          onClick={() => onFilter(withValue(filters, each, false))}
        >
          <span className="vh">Take away </span>
          {wordsOfValue(each.value)}
          <X aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
