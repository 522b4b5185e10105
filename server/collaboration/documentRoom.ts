import * as Y from 'yjs'
import type { Clock } from '../../shared/clock.ts'

export type DocumentRoom = { isRoomFor: (doc: Y.Doc, bytes: number) => boolean }

type Size = {
  /** When it was last written out whole. */
  bytes: number
  at: number
  /** Of all changes since. */
  grown: number
}

/** Writing a large document out takes a while; no more often than this for one that is full. */
const MEASURE_AGAIN_MS = 10_000

/** Whether a document may still grow. What has come in since it was measured is counted in full, deletions included. */
export function createDocumentRoom(mostBytes: number, clock: Clock): DocumentRoom {
  const sizes = new WeakMap<Y.Doc, Size>()
  const measure = (doc: Y.Doc, size: Size) => {
    size.bytes = Y.encodeStateAsUpdate(doc).length
    size.at = clock()
    size.grown = 0
  }
  const sizeOf = (doc: Y.Doc) => {
    const known = sizes.get(doc)
    if (known) return known
    const size: Size = { bytes: 0, at: 0, grown: 0 }
    measure(doc, size)
    doc.on('update', ({ length }: Uint8Array) => {
      size.grown += length
    })
    sizes.set(doc, size)
    return size
  }
  return {
    isRoomFor: (doc, bytes) => {
      const size = sizeOf(doc)
      const fits = () => size.bytes + size.grown + bytes <= mostBytes
      if (fits()) return true
      if (size.grown === 0 || clock() - size.at < MEASURE_AGAIN_MS) return false
      measure(doc, size)
      return fits()
    },
  }
}
