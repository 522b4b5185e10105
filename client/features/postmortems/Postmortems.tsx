import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { LibraryFilters } from '../../../shared/wire/library.ts'
import type { Membership } from '../../../shared/wire/people.ts'
import { recallPostmortems } from '../../device/keptPostmortems.ts'
import { GiveAnywhere } from '../../ui/GiveAnywhere.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ListProblem } from './ListProblem.tsx'
import { NoPostmortems } from './NoPostmortems.tsx'
import { NothingToVisit } from './NothingToVisit.tsx'
import { PostmortemLibrary } from './PostmortemLibrary.tsx'
import { postmortemsQuery } from './postmortemsQuery.ts'
import { placesToStart } from './startingIn.ts'
import { type GivenText, textOfFiles } from './textOfFiles.ts'
import { WorkspacesContext } from './workspaceNames.ts'

/** Reading files needs the whole content document; the list does not wait for it. */
const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }))

/** `turn` counts what was dropped, so that each drop begins a dialog of its own. */
type Doing = { is: 'reading' } | { is: 'importing'; given: readonly GivenText[]; turn: number }

type PostmortemsProps = {
  workspaces: readonly Membership[]
  filters: LibraryFilters
  onFilter: (filters: LibraryFilters, how?: { replace: boolean }) => void
}

/**
 * All postmortems someone may read, and the ways to begin one where they may. Incident files may be dropped or pasted
 * anywhere on it.
 */
export function Postmortems({ workspaces, filters, onFilter }: PostmortemsProps) {
  const { data, error, refetch, isFetching } = useQuery(postmortemsQuery)
  const [kept] = useState(recallPostmortems)
  const postmortems = data ?? kept ?? undefined
  const [doing, setDoing] = useState<Doing>({ is: 'reading' })
  const places = placesToStart(workspaces)
  const mayStart = places.length > 0
  const importThese = (given: readonly GivenText[]) =>
    setDoing((before) => ({
      is: 'importing',
      given,
      turn: before.is === 'importing' ? before.turn + 1 : 0,
    }))
  const importFiles = () => importThese([])
  const dropped = ({ files }: DataTransfer) =>
    void textOfFiles([...files]).then((texts) => texts.length > 0 && importThese(texts))
  const pasted = (clipboard: DataTransfer) => {
    const text = clipboard.getData('text/plain')
    if (text.trim().startsWith('{')) importThese([{ fileName: 'what you pasted', text }])
  }
  const stop = () => setDoing({ is: 'reading' })

  return (
    <WorkspacesContext value={workspaces}>
      {!postmortems && <h1 className="vh">Postmortems</h1>}
      {postmortems?.length === 0 && mayStart && <NoPostmortems onImport={importFiles} />}
      {postmortems?.length === 0 && !mayStart && <NothingToVisit />}
      {postmortems && postmortems.length > 0 && (
        <PostmortemLibrary
          {...{ postmortems, filters, onFilter }}
          ways={mayStart ? { onImport: importFiles } : null}
        />
      )}
      {!postmortems && !error && <Skeleton rows={6} label="Loading the postmortems" />}
      {error && (
        <ListProblem
          problem={error}
          isStale={postmortems !== undefined}
          isAsking={isFetching}
          onTryAgain={() => void refetch()}
        />
      )}
      <GiveAnywhere isDisabled={!mayStart} onDropped={dropped} onPasted={pasted} />
      {doing.is === 'importing' && (
        <Suspense>
          <ImportDialog
            key={doing.turn}
            given={doing.given}
            places={places}
            onGiven={importThese}
            onClose={stop}
          />
        </Suspense>
      )}
    </WorkspacesContext>
  )
}
