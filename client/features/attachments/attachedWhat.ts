import type { Attachment } from '../../../shared/content/attachments.ts'
import { MOST_MASKS } from '../../../shared/evidence/masking/maskEvidence.ts'
import type { Kept } from './createSending.ts'

type Leaving<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never
/** What is attached, but for where, by whom and when. */
export type AttachedWhat = Leaving<Attachment, 'id' | 'target' | 'by' | 'createdAt'>

export const asLog = ({ packed: { name, lines, excerpt }, file: { fileId, size } }: Kept): AttachedWhat => ({
  what: 'log',
  name,
  fileId,
  size,
  lines,
  excerpt,
})

/** As the server found it by its bytes: what this page took for a picture may be none. */
export const asImage = ({ packed: { name }, file }: Kept, thumbnail: Kept | null): AttachedWhat =>
  file.width === null || file.height === null
    ? { what: 'file', name, fileId: file.fileId, size: file.size }
    : {
        what: 'image',
        name,
        fileId: file.fileId,
        size: file.size,
        thumbnailId: thumbnail?.file.fileId ?? null,
        width: file.width,
        height: file.height,
      }

export const asFile = ({ packed: { name }, file: { fileId, size } }: Kept): AttachedWhat => ({
  what: 'file',
  name,
  fileId,
  size,
})

/** `app.log attached: 4,213 lines. 3 things in it were masked.` */
export function attachedInWords(attached: AttachedWhat, masked: number): string {
  const lines =
    attached.what === 'log'
      ? `: ${attached.lines.toLocaleString('en')} ${attached.lines === 1 ? 'line' : 'lines'}`
      : ''
  const things = masked >= MOST_MASKS ? `${MOST_MASKS.toLocaleString('en')} or more` : String(masked)
  const masking =
    masked === 0 ? '' : ` ${masked === 1 ? 'One thing in it was' : `${things} things in it were`} masked.`
  return `${attached.name} attached${lines}.${masking}`
}
