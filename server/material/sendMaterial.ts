import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, SendingId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Refused } from '../http/problems.ts'
import type { SendMail } from '../mail/sendMail.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import type { FoundPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { materialMail } from './materialMail.ts'
import { addSending, hasSending, recipientsOf, setRecipient } from './materialRows.ts'
import type { Addressee } from './possibleRecipients.ts'

const MOST_MAILS_AT_ONCE = 4
/** So many in a row, and the mail server is taken for away: the others need not wait for it one by one. */
const MOST_FAILURES_IN_A_ROW = 5

export type Sending = {
  sendingId: SendingId
  found: FoundPostmortem
  way: 'mail' | 'byHand'
  by: { personId: PersonId; name: string }
  at: number
  zone: string
  link: string
  to: readonly Addressee[]
}
type SendDependencies = {
  database: DatabaseSync
  sendMail: SendMail | null
  /** What this process is sending right now. What another one left on its way has failed. */
  underWay: Set<SendingId>
}

/** Nobody gets it twice: each is put down before the first mail goes out, and whoever was is left out. */
export async function sendMaterial(
  dependencies: SendDependencies,
  sending: Sending,
): Promise<Result<null, Refused>> {
  const { database, underWay } = dependencies
  const { sendingId, way } = sending
  const claimed = await whenFree(database, () => claim(dependencies, sending))
  if (!claimed.ok || way === 'byHand') return claimed.ok ? ok(null) : claimed
  try {
    await mailAll(dependencies, sending, claimed.value)
  } finally {
    underWay.delete(sendingId)
  }
  return ok(null)
}

/** Those it is sent to now; none where this very press was answered before. */
function claim({ database, underWay }: SendDependencies, sending: Sending): Result<Addressee[], Refused> {
  const { sendingId, found, way, by, at } = sending
  const { meetingId, meeting } = found.snapshot
  return inTransaction(database, () => {
    if (hasSending(database, sendingId)) return ok([])
    const known = new Map(recipientsOf(database, meetingId).map((row) => [row.personId, row]))
    const claimed = sending.to.filter(({ personId }) => {
      const row = known.get(personId)
      return !row || row.state === 'failed' || (row.state === 'onItsWay' && !underWay.has(row.sendingId))
    })
    if (claimed.length === 0) return refuse({ reason: 'materialIsThere' })
    addSending(database, { sendingId, meetingId, way, startsAt: meeting.startsAt, by: by.personId, at })
    const state = way === 'byHand' ? 'sent' : 'onItsWay'
    for (const { personId } of claimed) setRecipient(database, meetingId, { personId, sendingId, state })
    const subject = claimed.length === 1 ? '1 person' : `${claimed.length} people`
    const { postmortemId } = found.summary
    addAuditEntry(database, { at, action: 'materialSent', by: by.personId, postmortemId, subject })
    if (way === 'mail') underWay.add(sendingId)
    return ok(claimed)
  })
}

async function mailAll(
  { database, sendMail }: SendDependencies,
  { sendingId, found, by, zone, link }: Sending,
  to: readonly Addressee[],
): Promise<void> {
  const { meetingId, meeting } = found.snapshot
  const { title, isRestricted } = found.summary
  const told = {
    sentBy: by.name,
    stage: meeting.stage,
    title: isRestricted ? null : title,
    startsAt: meeting.startsAt,
    zone,
    link,
  }
  const waiting = [...to]
  let failuresInARow = 0
  const mailOneByOne = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { personId, email } = next
      const isAway = sendMail === null || failuresInARow >= MOST_FAILURES_IN_A_ROW
      const state = isAway ? 'failed' : await sendMail(materialMail({ ...told, to: email }))
      failuresInARow = state === 'sent' ? 0 : failuresInARow + 1
      await whenFree(database, () => setRecipient(database, meetingId, { personId, sendingId, state }))
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: MOST_MAILS_AT_ONCE }, mailOneByOne))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
