import { Unzip, UnzipInflate, unzipSync } from 'fflate'

export type ZipEntry = { name: string; bytes: Uint8Array }
export type OpenedZip = { entries: ZipEntry[]; problem: string | null }

/** A year of a busy workspace fits; a small file that unpacks to more than memory does not. */
const MOST_UNPACKED_BYTES = 400_000_000

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (startsWith(bytes, 0x03, 0x04) || startsWith(bytes, 0x05, 0x06))

/** The first file in it, or its end where there is none. */
const startsWith = (bytes: Uint8Array, third: number, fourth: number): boolean =>
  bytes[2] === third && bytes[3] === fourth

/** The files in a zip, without what a Mac adds. Of one that is cut off, those that are whole, and a problem. */
export function openZip(bytes: Uint8Array): OpenedZip {
  let left = MOST_UNPACKED_BYTES
  let tooLarge = 0
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isContent(name)) return false
        const fits = originalSize <= left
        if (fits) left -= originalSize
        else tooLarge++
        return fits
      },
    })
    const entries = Object.entries(unpacked).map(([name, bytes]) => ({ name: nameInUtf8(name), bytes }))
    const problem =
      tooLarge === 0
        ? null
        : `unpacks to more than ${MOST_UNPACKED_BYTES / 1e6} MB; files of it that were not read: ${tooLarge}`
    return { entries, problem }
  } catch {
    return rescueZip(bytes)
  }
}

/** The list of contents stands at the end of a zip. Without it, the files are read one after the other. */
function rescueZip(bytes: Uint8Array): OpenedZip {
  const entries: ZipEntry[] = []
  let left = MOST_UNPACKED_BYTES
  const unzip = new Unzip((file) => {
    if (!isContent(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, isLast) => {
      left -= chunk?.length ?? 0
      if (error || left < 0) return
      chunks.push(chunk)
      if (isLast) entries.push({ name: nameInUtf8(file.name), bytes: joined(chunks) })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    unzip.push(bytes, true)
  } catch {
    // Ends here; what was whole before is kept.
  }
  return { entries, problem: 'is a zip that is cut off or damaged; the files in it that are whole were read' }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const isContent = (name: string): boolean =>
  !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/.test(name)

/** Older zippers write UTF-8 names without saying so. */
function nameInUtf8(name: string): string {
  try {
    const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0))
    const isBytes = [...name].every((character) => character.charCodeAt(0) <= 0xff)
    return isBytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : name
  } catch {
    return name
  }
}
