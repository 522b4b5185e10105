import { zlibSync } from 'fflate'
import { excerptOf } from '../../../shared/content/attachments.ts'
import { cleanText } from '../../../shared/evidence/cleanText.ts'
import { createMask, noMaskChoices } from '../../../shared/evidence/masking/maskEvidence.ts'
import { maskFiles } from '../../../shared/evidence/masking/maskFiles.ts'
import { isZip } from '../../../shared/evidence/openZip.ts'
import { inBase64, sendableName } from '../../room/sendableFile.ts'

export type Given = {
  name: string
  content: Blob | string
  /** Text is masked before anything else. Otherwise it goes as it is. */
  isMasked: boolean
}

export type Packed = {
  name: string
  /** Of the file as it is sent, masked and unpacked. */
  size: number
  deflated: string
  lines: number
  excerpt: string
  /** How many things in it were masked. */
  masked: number
}

/** Makes a file ready to leave the device. Null for what should be masked and is no text. */
export async function packGiven({ name, content, isMasked }: Given): Promise<Packed | null> {
  const mask = createMask(noMaskChoices)
  const sent = sendableName(mask.text(name), 'file') // what a file is called can hold an address, too
  const inNameOnly = countOf(mask)
  const bytes = typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer())
  if (!isMasked) {
    // What goes as it is has been made small before: a picture, an archive.
    const plain = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
    return packed(sent, plain, { level: 0 })
  }
  if (typeof bytes !== 'string' && (isZip(bytes) || isNoText(bytes))) return null
  const [file] = maskFiles([{ path: name, content: bytes }], mask)
  if (!file || file.isUnreadable) return null
  const { lines, excerpt } = excerptOf(new TextDecoder().decode(file.content))
  return {
    ...packed(sent, file.content, { level: 6 }),
    lines,
    excerpt: cleanText(excerpt),
    masked: countOf(mask) - inNameOnly,
  }
}

const LOOKED_AT = 4_096
const MOST_CONTROLS = 0.02

/**
 * A small PDF or archive may hold no NUL byte, and would be written anew as if its bytes were letters. Zeros are not
 * counted: they are half of a text in UTF-16. Tabs, line and page breaks and the ESC of coloured logs belong to text.
 */
function isNoText(bytes: Uint8Array): boolean {
  const begin = bytes.subarray(0, LOOKED_AT)
  if (new TextDecoder('latin1').decode(begin.subarray(0, 5)) === '%PDF-') return true
  const controls = begin.filter((byte) => byte > 0 && byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte))
  return controls.length > begin.length * MOST_CONTROLS
}

const packed = (name: string, bytes: Uint8Array, options: { level: 0 | 6 }): Packed => ({
  name,
  size: bytes.length,
  deflated: inBase64(zlibSync(bytes, options)),
  lines: 0,
  excerpt: '',
  masked: 0,
})

const countOf = (mask: ReturnType<typeof createMask>): number =>
  mask.found().reduce((sum, { count }) => sum + count, 0)
