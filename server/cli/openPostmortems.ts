import type { Clock } from '../../shared/clock.ts'
import type { PostmortemDraft } from '../../shared/content/postmortemDraft.ts'
import type { FileProblem } from '../../shared/evidence/incidentFile.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { DataDir } from '../dataDir.ts'
import { sqliteMeetingLog } from '../meetings/sqliteMeetingLog.ts'
import { newId } from '../newId.ts'
import { createPostmortem } from '../postmortems/createPostmortem.ts'
import { openDatabase } from '../storage/database.ts'
import { firstWorkspace } from '../workspaces/workspaceRows.ts'
import { askToImport } from './askToImport.ts'
import { holderOf } from './holderOf.ts'

export type IncidentToAdd = { fileName: string; text: string; draft: PostmortemDraft }

/** Where the command line puts new postmortems. */
export type Postmortems = {
  add: (incident: IncidentToAdd) => Promise<Result<PostmortemId, FileProblem[]>>
  close: () => void
}

export function openPostmortems(dataDirPath: string, clock: Clock): Postmortems {
  const holder = holderOf(dataDirPath)
  if (holder.isOurs) return inDatabase(holder.dataDir, clock)
  return {
    add: ({ fileName, text }) => askToImport(holder.server, { fileName, text }),
    close: () => {},
  }
}

function inDatabase(dataDir: DataDir, clock: Clock): Postmortems {
  try {
    const database = openDatabase(dataDir.databasePath)
    const dependencies = { database, log: sqliteMeetingLog(database), clock, newId }
    return {
      add: async ({ draft }) =>
        ok(
          createPostmortem(dependencies, draft, { by: null, workspaceId: firstWorkspace(database) })
            .postmortemId,
        ),
      close: () => {
        database.close()
        dataDir.release()
      },
    }
  } catch (error) {
    dataDir.release()
    throw error
  }
}
