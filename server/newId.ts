import { randomUUID } from 'node:crypto'

/** Nobody can guess it: for now, whoever knows a postmortem's address may open it. */
export const newId = <Id extends string>(): Id => randomUUID() as Id // a UUID fits every id's pattern
