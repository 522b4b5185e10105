import { randomBytes } from 'node:crypto'

/** Short enough to be read out on the telephone. What a request brings along under such a name is not taken over. */
export const newRequestId = (): string => randomBytes(6).toString('hex')
