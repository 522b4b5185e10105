import { resolve } from 'node:path'
import type { Clock } from '../../shared/clock.ts'
import type { PostmortemDraft } from '../../shared/content/postmortemDraft.ts'
import type { FileProblem } from '../../shared/evidence/incidentFile.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type DataDir, operatorKeyIn, runningServerIn, takeDataDir } from '../dataDir.ts'
import { sqliteMeetingLog } from '../meetings/sqliteMeetingLog.ts'
import { newId } from '../newId.ts'
import { createPostmortem } from '../postmortems/createPostmortem.ts'
import { cannotStart } from '../storage/cannotStart.ts'
import { openDatabase } from '../storage/database.ts'
import { firstWorkspace } from '../workspaces/workspaceRows.ts'
import { askToImport } from './askToImport.ts'

export type IncidentToAdd = { fileName: string; text: string; draft: PostmortemDraft }

/** Where the command line puts new postmortems. */
export type Postmortems = {
  add: (incident: IncidentToAdd) => Promise<Result<PostmortemId, FileProblem[]>>
  close: () => void
}

/** The folder's own lock says who answers for it: a server that runs is asked, and otherwise the database is ours. */
export function openPostmortems(dataDirPath: string, clock: Clock): Postmortems {
  const dataDir = takeDataDir(dataDirPath)
  if (dataDir) return inDatabase(dataDir, clock)
  const server = runningServerIn(dataDirPath)
  const operatorKey = operatorKeyIn(dataDirPath)
  if (!server || !operatorKey) {
    throw cannotStart(
      `The data folder ${resolve(dataDirPath)} is in use by a Candor process that does not answer yet. Try again in a moment.`,
    )
  }
  return { add: (incident) => askToImport(server, operatorKey, incident), close: () => {} }
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
