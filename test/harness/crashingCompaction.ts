import { DatabaseSync } from 'node:sqlite'
import { compactContent } from '../../server/collaboration/contentRows.ts'
import { asPostmortem } from '../shared/ids.ts'

/** Dies in the middle of a compaction: `crashingCompaction.ts DATABASE STEP`, after that many statements. */
const [, , path = '', step = '0'] = process.argv
const database = new DatabaseSync(path)
let statements = 0
const snapshot = { postmortemId: asPostmortem('gitlab'), sequence: 2, bytes: Uint8Array.of(0, 0) }
compactContent(database, snapshot, () => {
  statements++
  if (statements === Number(step)) process.kill(process.pid, 'SIGKILL')
})
