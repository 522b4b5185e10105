import { zipSync } from 'fflate'
import { decodeBytes } from '../decodeBytes.ts'
import { isBinary } from '../isBinary.ts'
import { isZip, openZip } from '../openZip.ts'
import type { EvidenceFile } from '../readEvidence.ts'
import { problemOfUnread } from '../unreadKinds.ts'
import type { Mask } from './maskEvidence.ts'
import { maskJson } from './maskJson.ts'
import { masksIn } from './maskReasons.ts'

export type MaskedFile = {
  path: string
  /** As UTF-8, whatever it was before; of a zip, a zip of the masked files. */
  content: Uint8Array
  /** Files of a zip that are no text, so that nothing in them can be masked: they are not kept. */
  leftOut: string[]
  /** How many masks stand in it now. */
  maskedCount: number
  /** The file itself is no text, and has to stay where it is. */
  isUnreadable: boolean
}

/** How many of the files in the one at `path` are masked: of a zip all that are in it, of any other file itself. */
export type OnMasked = (path: string, done: number, of: number) => void

/** The files as they may leave the device of whoever imports. What is read for the preview is read from these. */
export const maskFiles = (
  files: readonly EvidenceFile[],
  mask: Mask,
  onProgress: OnMasked = () => {},
): MaskedFile[] =>
  files.map(({ path, content }) => {
    onProgress(path, 0, 1)
    if (typeof content === 'string') return plain(path, maskText(content, mask))
    if (isZip(content)) return maskZip(path, content, mask, onProgress)
    const text = textOf(content)
    if (text === null) return { ...plain(path, ''), isUnreadable: true }
    return plain(path, maskText(text, mask))
  })

function maskZip(path: string, bytes: Uint8Array, mask: Mask, onProgress: OnMasked): MaskedFile {
  const { entries, problem } = openZip(bytes)
  const kept: Record<string, Uint8Array> = {}
  const leftOut: string[] = []
  let maskedCount = 0
  for (const [place, { name, bytes: content }] of entries.entries()) {
    onProgress(path, place, entries.length)
    const text = isZip(content) ? null : textOf(content)
    // A name is text as well, and can hold an address or a name.
    if (text === null) {
      leftOut.push(name)
      continue
    }
    const masked = maskText(text, mask)
    maskedCount += masksIn(masked)
    kept[mask.text(name)] = new TextEncoder().encode(masked)
  }
  if (Object.keys(kept).length === 0) return { ...plain(path, ''), leftOut, isUnreadable: true }
  // A fixed time: the same files make the same bytes, and their hash is known again.
  const content = zipSync(kept, { mtime: new Date('2000-01-01T00:00:00') })
  if (problem !== null) leftOut.push(problem)
  return { path, content, leftOut, maskedCount, isUnreadable: false }
}

const plain = (path: string, text: string): MaskedFile => ({
  path,
  content: new TextEncoder().encode(text),
  leftOut: [],
  maskedCount: masksIn(text),
  isUnreadable: false,
})

const maskText = (text: string, mask: Mask): string =>
  /^\s*[[{]/.test(text) ? maskJson(text, mask) : mask.text(text)

/** Null for what is no text. A stray NUL is left out, so that nothing behind it looks like something else. */
function textOf(bytes: Uint8Array): string | null {
  if (problemOfUnread(bytes) !== null) return null
  const { text } = decodeBytes(bytes)
  return isBinary(text) ? null : text.replaceAll('\u0000', '')
}
