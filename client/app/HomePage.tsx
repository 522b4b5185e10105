import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { LibraryFilters } from '../../shared/wire/library.ts'
import { filtersIn, searchOf } from '../features/postmortems/librarySearch.ts'
import { Postmortems } from '../features/postmortems/Postmortems.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { useAccount } from './me.ts'
import styles from './Page.module.css'

const route = getRouteApi('/person/')

export function HomePage() {
  const { workspaces } = useAccount()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const filters = useMemo(() => filtersIn(search), [search])
  const onFilter = useCallback(
    (next: LibraryFilters, { replace = false } = {}) =>
      void navigate({ search: searchOf(next), replace, resetScroll: false }),
    [navigate],
  )
  return (
    <>
      <title>Postmortems · Candor</title>
      <AppBar end={<AccountMenu />} />
      <main className={styles.page} id="main" tabIndex={-1}>
        <Postmortems workspaces={workspaces} filters={filters} onFilter={onFilter} />
      </main>
    </>
  )
}
