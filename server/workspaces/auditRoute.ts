import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { ok } from '../../shared/result.ts'
import { readAuditLogEndpoint } from '../../shared/wire/audit.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { readAuditEntries } from '../people/auditRows.ts'
import { colleagueAsking } from './colleagueAsking.ts'

const PAGE = 100

export function auditRoute(
  answer: AnswerEndpoint,
  { database, clock }: { database: DatabaseSync; clock: Clock },
): void {
  answer(readAuditLogEndpoint, ({ principal, params: { workspaceId, before } }) => {
    const asking = colleagueAsking(database, principal, workspaceId, 'readAuditLog')
    if (!asking.ok) return asking
    const read = readAuditEntries(database, {
      workspaceId,
      reader: asking.value.person.personId,
      before: Number(before),
      now: clock(),
      most: PAGE + 1, // one more than is shown says whether to ask on
    })
    const entries = read.slice(0, PAGE)
    const last = entries.at(-1)
    return ok({ entries, next: last && read.length > PAGE ? String(last.number) : null })
  })
}
