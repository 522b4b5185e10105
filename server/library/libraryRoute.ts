import type { Clock } from '../../shared/clock.ts'
import { findInLibrary } from '../../shared/library/findInLibrary.ts'
import { ok } from '../../shared/result.ts'
import { findPostmortemsEndpoint } from '../../shared/wire/library.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, summariesOf } from '../postmortems/findPostmortem.ts'
import { readPostmortem } from '../postmortems/postmortemRows.ts'
import { createLibraryRows } from './libraryRows.ts'

/** Shown at once; the rest is asked for. */
const PAGE = 30

type LibraryDependencies = Pick<FindDependencies, 'database' | 'log'> & {
  clock: Clock
  report: (error: unknown) => void
}

/** Finds postmortems and log entries, of those the person asking may read. */
export function libraryRoute(answer: AnswerEndpoint, dependencies: LibraryDependencies): void {
  const { database, clock } = dependencies
  const rows = createLibraryRows(database)

  answer(findPostmortemsEndpoint, ({ principal, body: { skip, ...filters } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const holding = rows.holding(person.value.personId, filters.words, clock())
    const { found, facets } = findInLibrary(holding, filters)
    const page = found.slice(skip, skip + PAGE).flatMap((id) => readPostmortem(database, id) ?? [])
    const end = skip + PAGE
    return ok({
      postmortems: summariesOf(dependencies, page),
      total: found.length,
      next: end < found.length ? end : null,
      facets,
    })
  })
}
