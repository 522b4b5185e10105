import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, written in letters that are safe in a cookie, a header and an address. */
export const newSecretKey = (): string => randomBytes(32).toString('base64url')

/** What is kept of a key. A fast hash will do, since nobody can try out 256 random bits. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest()
