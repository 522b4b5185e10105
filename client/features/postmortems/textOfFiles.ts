import type { FileProblem } from '../../../shared/evidence/incidentFile.ts'

/** A file's name and text, or a file that was not worth reading and why. */
export type GivenText = { fileName: string } & ({ text: string } | { unread: FileProblem })

/** An incident file has two million characters at most, of up to four bytes each. A larger file is left alone. */
const MOST_FILE_BYTES = 8_000_000

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
