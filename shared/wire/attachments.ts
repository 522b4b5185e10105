import * as z from 'zod/mini'
import { attachedFileId, postmortemId } from '../ids.ts'
import { endpoint } from './endpoint.ts'
import { deflatedFile, fileName } from './evidence.ts'

/** Of one file. */
export const MOST_ATTACHED_BYTES = 10 * 1024 ** 2

export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
/** What a file is by its bytes. Markup and scripts are text; what is none of these is only ever downloaded. */
export const mediaTypes = [
  ...imageTypes,
  'text/plain',
  'application/pdf',
  'application/octet-stream',
] as const
export const mediaType = z.enum(mediaTypes)
export type MediaType = z.infer<typeof mediaType>

/** Keeps the bytes of an attachment or of its thumbnail. The same bytes are kept once. */
export const keepFileEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/files',
  params: z.object({ postmortemId }),
  body: z.strictObject({ name: fileName, deflated: deflatedFile }),
  answer: z.object({
    fileId: attachedFileId,
    mediaType,
    size: z.number(),
    /** In points; null for what is no picture. */
    width: z.nullable(z.number()),
    height: z.nullable(z.number()),
  }),
})

/** Where the bytes are read. */
export const attachedFilePath = (postmortem: string, file: string): string =>
  `/api/postmortems/${postmortem}/files/${file}`
