import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databasePathIn } from '../../server/dataDir.ts'
import { sqliteMeetingLog } from '../../server/meetings/sqliteMeetingLog.ts'
import { newId } from '../../server/newId.ts'
import { createPostmortem } from '../../server/postmortems/createPostmortem.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { inTransaction } from '../../server/storage/inTransaction.ts'
import { decideTriage } from '../../server/triage/decideTriage.ts'
import { firstWorkspace } from '../../server/workspaces/workspaceRows.ts'
import { draftOfFacts } from '../../shared/content/postmortemDraft.ts'
import type { MeetingId } from '../../shared/ids.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { type Facts, noFacts } from '../../shared/triage/facts.ts'
import { findPostmortemsEndpoint, type LibraryFilters, noFilters } from '../../shared/wire/library.ts'
import { listPostmortemsEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer, signIn } from '../harness/askServer.ts'
import { spawnServer } from '../harness/spawnServer.ts'
import { quantile } from './quantile.ts'

/** How long the library takes to answer: `node launch.mjs test/bench/findInLibrary.ts [POSTMORTEMS]` */

const POSTMORTEMS = Number(process.argv[2] ?? 5_000)
const ROUNDS = 30
const severities = ['SEV-0', 'SEV-1', 'SEV-2', 'SEV-3'] as const
const formats = ['full', 'short', 'async', 'logEntry'] as const

const dataDir = mkdtempSync(join(tmpdir(), 'candor-library-bench-'))
fill()
const server = await spawnServer({ dataDir })
const fay = { address: server.address, ...(await signIn(server.address, 'Fay')) }

const asked: Record<string, Partial<LibraryFilters>> = {
  everything: {},
  'one word': { words: 'pool' },
  'two words': { words: 'pool 41' },
  'somebody’s name': { words: 'noor' },
  'three facets': { kinds: ['logEntry'], severities: ['SEV-3'], services: ['service-7'] },
}
const figures: Record<string, object> = {}
for (const [name, filters] of Object.entries(asked)) {
  const ask = () => askServer(fay, findPostmortemsEndpoint, { body: { ...noFilters, ...filters, skip: 0 } })
  figures[name] = { found: (await ask()).total, ...(await timed(ask)) }
}
figures['the whole list'] = await timed(() => askServer(fay, listPostmortemsEndpoint))
console.log(JSON.stringify({ postmortems: POSTMORTEMS, ms: figures }, null, 2))
await server.stop()
rmSync(dataDir, { recursive: true })

async function timed(work: () => Promise<unknown>) {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    await work()
    took.push(performance.now() - startedAt)
  }
  return { p50: rounded(quantile(took, 0.5)), p95: rounded(quantile(took, 0.95)) }
}

function fill(): void {
  const database = openDatabase(databasePathIn(dataDir))
  const log = sqliteMeetingLog(database)
  const dependencies = { database, log, clock: Date.now, newId }
  const maker = { by: null, workspaceId: firstWorkspace(database) }
  inTransaction(database, () => {
    for (let made = 0; made < POSTMORTEMS; made++) {
      const services = [`service-${made % 40}`, `service-${made % 7}`]
      const facts: Facts = {
        ...noFacts,
        severity: severities[made % 4] ?? null,
        services,
        beganAt: made * 3_600_000,
      }
      const choice = {
        format: formats[made % 3] ?? 'full',
        minutes: 30 as const,
        reason: 'It was decided so.',
      }
      const triage = decideTriage(facts, made % 5 === 0 ? { ...choice, format: 'logEntry' } : choice)
      const title = `Incident ${made}: ${made % 10 === 0 ? 'the pool ran dry' : 'checkout slowed'}`
      const options = { ...maker, triage: triage.ok ? triage.value : null }
      const { meetingId } = createPostmortem(dependencies, draftOfFacts(title, facts, 'UTC'), options)
      if (made % 2 === 0) hold(meetingId)
    }
  })
  database.close()

  function hold(meetingId: MeetingId): void {
    const [item] = log.load(meetingId)?.meeting.agenda ?? []
    if (!item) throw new Error('A meeting was made without an agenda.')
    const events: MeetingEvent[] = [{ type: 'meetingStarted', itemId: item.id }, { type: 'meetingEnded' }]
    log.append(meetingId, { commandId: newId(), sender: null, at: Date.now(), events })
  }
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1))
}
