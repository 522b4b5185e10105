import { type ImageHead, lettersAt, viewOf } from './imageHead.ts'

/** From chunk to chunk of its RIFF container, which has to be as long as the file. Null for what is no WebP. */
export function readWebp(bytes: Uint8Array): ImageHead | null {
  const view = viewOf(bytes)
  if (view.getUint32(4, true) + 8 !== bytes.length) return null
  let head: Pick<ImageHead, 'width' | 'height'> | null = null
  let tellsMore = false
  for (let at = 12; at < bytes.length; ) {
    const kind = lettersAt(bytes, at, 4)
    head ??= headIn(kind, view, at + 8)
    if (kind === 'EXIF' || kind === 'XMP ') tellsMore = true
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
    if (at > bytes.length) return null
  }
  return head && { ...head, tellsMore }
}

function headIn(kind: string, view: DataView, at: number): Pick<ImageHead, 'width' | 'height'> | null {
  switch (kind) {
    case 'VP8 ':
      return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff }
    case 'VP8L': {
      const packed = view.getUint32(at + 1, true)
      return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: uint24(view, at + 4) + 1, height: uint24(view, at + 7) + 1 }
    default:
      return null
  }
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
