import type { PostmortemDraft } from '../../../shared/content/postmortemDraft.ts'
import { type FileProblem, parseIncidentFile } from '../../../shared/evidence/incidentFile.ts'
import { type Result, refuse } from '../../../shared/result.ts'
import type { GivenText } from './textOfFiles.ts'

export type IncidentReading = { fileName: string; text: string; read: Result<PostmortemDraft, FileProblem[]> }

export const readIncident = (given: GivenText): IncidentReading => ({
  fileName: given.fileName,
  text: 'text' in given ? given.text : '',
  read: 'text' in given ? parseIncidentFile(given.text) : refuse([given.unread]),
})
