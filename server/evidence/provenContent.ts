import { createHash } from 'node:crypto'
import type { SQLOutputValue } from 'node:sqlite'
import { inflateSync } from 'node:zlib'

/** What was once kept, from a row of `size`, `content_hash` and deflated `bytes`. Null where it is not that any more. */
export function provenContent({ size, content_hash, bytes }: Record<string, SQLOutputValue>): Buffer | null {
  if (!(bytes instanceof Uint8Array) || !(content_hash instanceof Uint8Array)) return null
  try {
    const content = inflateSync(bytes, { maxOutputLength: Number(size) + 1 })
    return createHash('sha256').update(content).digest().equals(content_hash) ? content : null
  } catch {
    return null
  }
}
