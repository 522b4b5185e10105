import { type ImageHead, lettersAt, viewOf } from './imageHead.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const END = 0x3b
const COMMENT = 0xfe
const APPLICATION = 0xff

/** From block to block, up to an end with nothing behind it. Null for what is no GIF. */
export function readGif(bytes: Uint8Array): ImageHead | null {
  const view = viewOf(bytes)
  const head = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  let tellsMore = false
  for (let at = 13 + paletteBytes(view.getUint8(10)); ; ) {
    switch (bytes[at]) {
      case EXTENSION: {
        const kind = bytes[at + 1]
        // How often it runs is the one thing an application says that is about the picture.
        const isLoop = lettersAt(bytes, at + 3, 11) === 'NETSCAPE2.0'
        if (kind === COMMENT || (kind === APPLICATION && !isLoop)) tellsMore = true
        at = behindBlocks(bytes, at + 2)
        break
      }
      case IMAGE:
        at = behindBlocks(bytes, at + 11 + paletteBytes(view.getUint8(at + 9)))
        break
      case END:
        return at === bytes.length - 1 ? { ...head, tellsMore } : null
      default:
        return null
    }
  }
}

const paletteBytes = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)

function behindBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let length = bytes[at]; length; length = bytes[at]) at += 1 + length
  return at + 1
}
