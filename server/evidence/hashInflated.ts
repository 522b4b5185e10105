import { createHash } from 'node:crypto'
import { createInflate } from 'node:zlib'
import { ok, type Result, refuse } from '../../shared/result.ts'

/**
 * Size and SHA-256 of what is in deflated bytes, a piece at a time, so that nobody's letter waits for all of it. A few
 * bytes can unpack to gigabytes: it stops at `mostBytes`.
 */
export async function hashInflated(
  deflated: Uint8Array,
  mostBytes: number,
): Promise<Result<{ size: number; hash: Buffer }, 'tooLarge' | 'notDeflated'>> {
  const hash = createHash('sha256')
  let size = 0
  const inflate = createInflate()
  inflate.end(deflated)
  try {
    for await (const chunk of inflate) {
      size += chunk.length
      if (size > mostBytes) return refuse('tooLarge')
      hash.update(chunk)
    }
  } catch {
    return refuse('notDeflated')
  }
  return size === 0 ? refuse('notDeflated') : ok({ size, hash: hash.digest() })
}
