import { randomUUID } from 'node:crypto'

/** Nobody can guess it, and knowing it opens nothing. */
export const newId = <Id extends string>(): Id => randomUUID() as Id // a UUID fits every id's pattern
