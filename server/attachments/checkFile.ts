import { ok, type Result, refuse } from '../../shared/result.ts'
import type { MediaType } from '../../shared/wire/attachments.ts'
import type { Refused } from '../http/problems.ts'
import type { Limits } from '../limits.ts'
import { type ImageHead, lettersAt } from './imageHead.ts'
import { readGif } from './readGif.ts'
import { readJpeg } from './readJpeg.ts'
import { readPng } from './readPng.ts'
import { readWebp } from './readWebp.ts'

export type CheckedFile = { mediaType: MediaType; width: number | null; height: number | null }

type ImageKind = {
  mediaType: MediaType
  /** By its first twelve bytes. */
  isIt: (begin: string) => boolean
  read: (bytes: Uint8Array) => ImageHead | null
}

const imageKinds: readonly ImageKind[] = [
  { mediaType: 'image/png', isIt: (begin) => begin.startsWith('\x89PNG\r\n\x1a\n'), read: readPng },
  { mediaType: 'image/jpeg', isIt: (begin) => begin.startsWith('\xff\xd8\xff'), read: readJpeg },
  { mediaType: 'image/gif', isIt: (begin) => /^GIF8[79]a/.test(begin), read: readGif },
  { mediaType: 'image/webp', isIt: (begin) => /^RIFF[\s\S]{4}WEBP/.test(begin), read: readWebp },
]

/** Programs of Windows, Linux and macOS. */
const program = /^(MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe)/

/** What it is, or why it is not kept: by its bytes alone. */
export function checkFile(bytes: Uint8Array, { imagePoints }: Limits): Result<CheckedFile, Refused> {
  const begin = lettersAt(bytes, 0, 12)
  const image = imageKinds.find(({ isIt }) => isIt(begin))
  if (image) return checkImage(bytes, image, imagePoints)
  if (begin.startsWith('%PDF-')) return ok(unseen('application/pdf'))
  if (isText(bytes)) return ok(unseen('text/plain'))
  return program.test(begin) ? refuse({ reason: 'noPrograms' }) : ok(unseen('application/octet-stream'))
}

const unseen = (mediaType: MediaType): CheckedFile => ({ mediaType, width: null, height: null })

function checkImage(
  bytes: Uint8Array,
  { mediaType, read }: ImageKind,
  mostPoints: number,
): Result<CheckedFile, Refused> {
  const head = readOrNull(bytes, read)
  if (!head || head.width < 1 || head.height < 1) return refuse({ reason: 'brokenImage' })
  const { width, height, tellsMore } = head
  if (width * height > mostPoints) return refuse({ reason: 'imageTooLarge' })
  return tellsMore ? refuse({ reason: 'imageTellsMore' }) : ok({ mediaType, width, height })
}

function readOrNull(bytes: Uint8Array, read: ImageKind['read']): ImageHead | null {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null // it ends before it says how it goes on
    throw error
  }
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
