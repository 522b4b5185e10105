import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { LibraryFilters } from '../../../shared/wire/library.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import styles from './Library.module.css'
import { LibraryFacetList } from './LibraryFacetList.tsx'
import { LibraryField } from './LibraryField.tsx'
import { LibrarySentence } from './LibrarySentence.tsx'
import { libraryQuery } from './libraryQuery.ts'
import { isFiltered } from './librarySearch.ts'
import { NothingFound } from './NothingFound.tsx'
import { PostmortemTable } from './PostmortemTable.tsx'

/** From so many on a list is worth narrowing. */
const FEW = 6
/** Of what is known before the library has answered. */
const MOST_SHOWN_AT_ONCE = 100

type LibraryProps = {
  /** All there are as far as this page knows, shown until the library has answered. */
  listed: readonly PostmortemSummary[]
  filters: LibraryFilters
  onFilter: (filters: LibraryFilters, how?: { replace: boolean }) => void
}

/** Everything that was written down, reviewed or not: found by words, narrowed by kind, severity and service. */
export function Library({ listed, filters, onFilter }: LibraryProps) {
  const { data, error, isFetching, isPlaceholderData, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(libraryQuery(filters))
  const isNarrowed = isFiltered(filters)
  const [first] = data?.pages ?? []
  const found = data?.pages.flatMap(({ postmortems }) => postmortems)
  const shown = found ?? (isNarrowed ? null : listed.slice(0, MOST_SHOWN_AT_ONCE))
  const onWords = useCallback(
    (words: string) => onFilter({ ...filters, words }, { replace: true }),
    [filters, onFilter],
  )
  const hasFacets = first !== undefined && (listed.length >= FEW || isNarrowed)
  return (
    <section aria-labelledby="postmortems-heading">
      <div className={styles.head}>
        <h2 id="postmortems-heading">Postmortems</h2>
        <span className={styles.count}>{first && !isNarrowed ? first.total : listed.length}</span>
        <LibraryField words={filters.words} onWords={onWords} />
      </div>
      <div className={hasFacets ? styles.grid : undefined}>
        {hasFacets && <LibraryFacetList facets={first.facets} filters={filters} onFilter={onFilter} />}
        <div className={styles.results} aria-busy={isPlaceholderData}>
          {first && isNarrowed && (
            <LibrarySentence total={first.total} filters={filters} onFilter={onFilter} />
          )}
          {!shown && !error && <Skeleton rows={3} label="Looking for it" />}
          {shown && shown.length > 0 && <PostmortemTable postmortems={shown} words={filters.words} />}
          {first?.total === 0 && isNarrowed && !isPlaceholderData && (
            <NothingFound filters={filters} facets={first.facets} onFilter={onFilter} />
          )}
          {error && (
            <TryAgain
              title={shown ? 'This list may be out of date.' : 'The postmortems could not be searched.'}
              sentence={error.sentence}
              isBusy={isFetching}
              onTryAgain={() => void (hasNextPage ? fetchNextPage() : refetch())}
            />
          )}
          {hasNextPage && !error && (
            <Button busy={isFetching} onClick={() => void fetchNextPage()}>
              Show more
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
