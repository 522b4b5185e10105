import type { Extension } from '@hocuspocus/server'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { parseDocumentName } from '../../shared/wire/documentNames.ts'
import type { AttendanceBook } from '../meetings/attendanceBook.ts'
import type { DocumentContext } from './socketContext.ts'

/** Whoever opens the presence document is here; `onChange` hears of everyone who comes or goes. */
export const keepAttendance = (
  book: AttendanceBook,
  onChange: (postmortemId: PostmortemId, personId: PersonId) => void,
): Extension<DocumentContext> => {
  const whose = (documentName: string, { principal }: DocumentContext) => {
    const name = parseDocumentName(documentName)
    if (name?.kind !== 'presence' || principal.as !== 'person') return null
    return { postmortemId: name.postmortemId, personId: principal.person.personId }
  }
  return {
    extensionName: 'keepAttendance',
    connected: async ({ connection, documentName, context }) => {
      const here = whose(documentName, context)
      if (!here || !connection.document.hasConnection(connection)) return
      context.attends = true
      book.arrived(here.postmortemId, here.personId)
      onChange(here.postmortemId, here.personId)
    },
    onDisconnect: async ({ documentName, context }) => {
      const gone = whose(documentName, context)
      if (!gone || !context.attends) return
      context.attends = false
      book.left(gone.postmortemId, gone.personId, context.line.lastHeardAt)
      onChange(gone.postmortemId, gone.personId)
    },
  }
}
