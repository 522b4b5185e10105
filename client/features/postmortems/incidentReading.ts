import type { PostmortemDraft } from '../../../shared/content/postmortemDraft.ts'
import {
  type FileProblem,
  MOST_FILE_CHARACTERS,
  parseIncidentFile,
} from '../../../shared/evidence/incidentFile.ts'
import { type Result, refuse } from '../../../shared/result.ts'

/** A file's name and text, or a file that was not worth reading and why. */
export type GivenText = { fileName: string } & ({ text: string } | { unread: FileProblem })

export type IncidentReading = { fileName: string; text: string; read: Result<PostmortemDraft, FileProblem[]> }

export const readIncident = (given: GivenText): IncidentReading => ({
  fileName: given.fileName,
  text: 'text' in given ? given.text : '',
  read: 'text' in given ? parseIncidentFile(given.text) : refuse([given.unread]),
})

/** A character takes up to four bytes, so a larger file cannot be an incident file and is left alone. */
const MOST_FILE_BYTES = MOST_FILE_CHARACTERS * 4

/** Reads what was dropped or chosen. A folder, or a file that vanished meanwhile, becomes a problem of its own. */
export const textOfFiles = (files: readonly File[]): Promise<GivenText[]> =>
  Promise.all(
    files.map(async (file): Promise<GivenText> => {
      const fileName = file.name.slice(0, 255)
      if (file.size > MOST_FILE_BYTES) {
        return { fileName, unread: { path: 'file', problem: 'is larger than an incident file can be' } }
      }
      try {
        return { fileName, text: await file.text() }
      } catch {
        return { fileName, unread: { path: 'file', problem: 'could not be read; it may be a folder' } }
      }
    }),
  )
