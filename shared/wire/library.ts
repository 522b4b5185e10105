import * as z from 'zod/mini'
import { severities } from '../guide/severities.ts'
import { endpoint } from './endpoint.ts'
import { postmortemSummary } from './postmortems.ts'

/** What became of an incident: `toMeet` waits for its meeting, `held` had one, a log entry was waived. */
export const libraryKinds = ['toMeet', 'held', 'async', 'logEntry'] as const
const libraryKind = z.enum(libraryKinds)
export type LibraryKind = z.infer<typeof libraryKind>

export const MOST_WORDS_CHARACTERS = 200
const MOST_CHOSEN = 20

/** Within a facet any of the values will do, and each facet counts; so does each of the words. Empty: everything. */
export const libraryFilters = z.strictObject({
  words: z.string().check(z.trim(), z.maxLength(MOST_WORDS_CHARACTERS)),
  kinds: z.array(libraryKind).check(z.maxLength(MOST_CHOSEN)),
  severities: z.array(z.enum(severities)).check(z.maxLength(MOST_CHOSEN)),
  services: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(MOST_CHOSEN)),
})
export type LibraryFilters = z.infer<typeof libraryFilters>

export const noFilters: LibraryFilters = { words: '', kinds: [], severities: [], services: [] }

const counted = <Value extends z.ZodMiniType>(value: Value) => z.array(z.object({ value, count: z.number() }))

/** How many each value would show, given the words and the other facets; what would show none is left out. */
export const libraryFacets = z.object({
  kinds: counted(libraryKind),
  severities: counted(z.enum(severities)),
  services: counted(z.string()),
})
export type LibraryFacets = z.infer<typeof libraryFacets>

/** Of what the reader may read: what is still to come first, the newest incident first. Asked by POST, because filters are lists. */
export const findPostmortemsEndpoint = endpoint({
  method: 'POST',
  path: '/api/library',
  params: z.object({}),
  body: z.strictObject({ ...libraryFilters.shape, skip: z.int().check(z.gte(0), z.lte(1_000_000)) }),
  answer: z.object({
    postmortems: z.array(postmortemSummary),
    total: z.number(),
    /** To ask on with; null at the end. */
    next: z.nullable(z.number()),
    facets: libraryFacets,
  }),
})
