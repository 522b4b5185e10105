import { type ImageHead, lettersAt, viewOf } from './imageHead.ts'

const tellMore = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

/** From chunk to chunk, up to an end with nothing behind it. Null for what is no whole PNG. */
export function readPng(bytes: Uint8Array): ImageHead | null {
  const view = viewOf(bytes)
  const found = new Set<string>()
  let head: Pick<ImageHead, 'width' | 'height'> | null = null
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at)
    const kind = lettersAt(bytes, at + 4, 4)
    if (head === null && kind !== 'IHDR') return null
    if (kind === 'IHDR') head = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    found.add(kind)
    at += 12 + length
    if (kind !== 'IEND') continue
    const isWhole = at === bytes.length && found.has('IDAT')
    return head && isWhole ? { ...head, tellsMore: tellMore.some((chunk) => found.has(chunk)) } : null
  }
  return null
}
