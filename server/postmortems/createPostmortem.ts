import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import type { Clock } from '../../shared/clock.ts'
import { type PostmortemDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { ownSeat } from '../../shared/meeting/decideRoles.ts'
import { circumstancesIn } from '../../shared/triage/facts.ts'
import { seedContentLog } from '../collaboration/contentRows.ts'
import { joinMeeting } from '../meetings/joinMeeting.ts'
import { meetingCreated } from '../meetings/meetingCreated.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import type { Maker } from '../people/whoAsks.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { addCircumstances } from '../triage/circumstancesRows.ts'
import type { DecidedTriage } from '../triage/decideTriage.ts'
import { addTriage } from '../triage/triageRows.ts'
import { addPostmortem } from './postmortemRows.ts'

export type CreateDependencies = {
  database: DatabaseSync
  log: MeetingLog
  clock: Clock
  newId: typeof newId
}

type MakeOptions = Maker & {
  isRestricted?: boolean | undefined
  /** How it is to be reviewed, where somebody has said. */
  triage?: DecidedTriage | null
  beginsWithInitial?: boolean
}

/**
 * The postmortem, its meeting and the first state of its document: all of them or none. A person who makes one is in
 * the room at once and facilitates; the command line makes one for whoever comes first.
 */
export function createPostmortem(
  { database, log, clock, newId }: CreateDependencies,
  draft: PostmortemDraft,
  { by, workspaceId, isRestricted = false, triage = null, beginsWithInitial = false }: MakeOptions,
): { postmortemId: PostmortemId; meetingId: MeetingId } {
  const ids = { postmortemId: newId<PostmortemId>(), meetingId: newId<MeetingId>() }
  const { title, severity, services, times } = draft.incident
  const at = clock()
  const content = Y.encodeStateAsUpdate(seedContent(draft, at, newId))

  inTransaction(database, () => {
    const incidentStartedAt = times.started?.at ?? null
    const row = {
      postmortemId: ids.postmortemId,
      title,
      severity,
      services,
      incidentStartedAt,
      resolvedAt: times.resolved?.at ?? null,
      createdAt: at,
      workspaceId,
      isRestricted,
    }
    addPostmortem(database, row, by?.personId ?? null)
    if (triage) {
      const { postmortemId } = ids
      const said = { postmortemId, by: by?.personId ?? null, at }
      addTriage(database, { ...triage, ...said })
      addCircumstances(database, { ...said, circumstances: circumstancesIn(triage.facts) })
    }
    log.create(ids, {
      commandId: newId(),
      sender: by?.personId ?? null,
      at,
      events: [meetingCreated(beginsWithInitial ? 'initial' : 'review', triage?.minutes ?? 60)],
    })
    seedContentLog(database, ids.postmortemId, content)
    const { postmortemId } = ids
    addAuditEntry(database, {
      at,
      action: 'postmortemStarted',
      by: by?.personId ?? null,
      workspaceId,
      postmortemId,
      subject: title,
    })
    const publish = () => {} // nobody can be in a room that does not exist yet
    if (by) joinMeeting({ log, clock, newId, publish }, ids.meetingId, by, ownSeat(false))
  })
  return ids
}
