import { type ImageHead, viewOf } from './imageHead.ts'

const START_OF_SCAN = 0xda
const COMMENT = 0xfe
/** Application data that is about the picture’s form: JFIF, colour profile, Adobe’s colour transform. */
const aboutForm = [0xe0, 0xe2, 0xee]

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef

/** From segment to segment up to the picture itself, which has to end where the file does. Null for what is no JPEG. */
export function readJpeg(bytes: Uint8Array): ImageHead | null {
  const view = viewOf(bytes)
  let head: Pick<ImageHead, 'width' | 'height'> | null = null
  let tellsMore = false
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) head = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === COMMENT || (isApplication(marker) && !aboutForm.includes(marker))) tellsMore = true
    if (marker === START_OF_SCAN) break
    at += 2 + view.getUint16(at + 2)
  }
  const isWhole = view.getUint16(bytes.length - 2) === 0xffd9
  return head && isWhole ? { ...head, tellsMore } : null
}
