import { DatabaseSync } from 'node:sqlite'
import { vi } from 'vitest'
import { databasePathIn } from '../../../server/dataDir.ts'
import { newId } from '../../../server/newId.ts'
import { newSecretKey } from '../../../server/people/secretKey.ts'
import { summaryOf } from '../../../shared/content/contentDoc.ts'
import { connectClient } from '../../harness/connectClient.ts'
import { comeAsGuest, makeGuestLink } from '../../harness/guests.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../../harness/startTestServer.ts'
import { asItem } from '../../shared/ids.ts'
import type { Target } from './samples.ts'

/** Stands in everything that only those inside may come to know. */
export const CANARY = 'canary'

/** Somebody at the doors: what they send along, and the cookie or key of a socket. */
export type Reader = { name: string; headers: Record<string, string>; socketQuery: Record<string, string> }

export const readerWith = (name: string, { cookie }: Visitor): Reader => ({
  name,
  headers: { cookie },
  socketQuery: {},
})
const screenWith = (name: string, stage: string): Reader => ({
  name,
  headers: { authorization: `Stage ${stage}` },
  socketQuery: { stage },
})

/** Ids nobody was ever given, as long as real ones. */
export const nothingThere = (): Target => ({
  postmortemId: newId(),
  meetingId: newId(),
  guestLinkId: newId(),
  personId: newId(),
  threadId: newId(),
  commentId: newId(),
  evidenceId: newId(),
  fileId: newId(),
  key: newSecretKey(),
  number: '1',
})

const HOUR_MS = 3_600_000

/** A workspace with an open postmortem in it; a restricted one comes later. */
export async function openHouse() {
  let now = Date.UTC(2026, 2, 10, 10)
  const server = await startTestServer({
    clock: () => now,
    variables: { LIMIT_STRANGERS_REQUESTS_PER_MINUTE: '100000' },
  })
  const [fay, noor, olu, otto] = [
    await server.visitor('Fay'),
    await server.visitor('Noor'),
    await server.visitor('Olu'),
    await server.visitor('Otto'),
  ]
  const owner = await server.owner()
  moveElsewhere(server, otto)
  const open = await startedPostmortem(noor)
  await olu.join(open.postmortemId, true)
  const elsewhere = await makeGuestLink(server, noor, open.postmortemId, { hours: 9 })
  const gil = await comeAsGuest(server, elsewhere.key, 'Gil')
  await gil.join(open.postmortemId)
  /** Whoever never had anything to do with the restricted one. */
  const strangers: Reader[] = [
    readerWith('a colleague of another workspace', otto),
    readerWith('a colleague who is not in the audience', noor),
    readerWith('the owner of the workspace', owner),
    readerWith('a guest of another meeting', gil),
    screenWith('the shared screen of another postmortem', await server.stageKey(noor, open.postmortemId)),
    { name: 'nobody', headers: {}, socketQuery: {} },
  ]
  return {
    server,
    fay,
    noor,
    olu,
    owner,
    open,
    strangers,
    pass: (ms: number) => {
      now += ms
    },
  }
}

type House = Awaited<ReturnType<typeof openHouse>>

/** Fay makes a restricted postmortem, and some of those who were at its door are outside again. */
export async function restrictOne({ server, fay, pass }: House) {
  const { body } = await fay.post('/api/postmortems', {
    title: `The ${CANARY} outage`,
    severity: 'SEV-1',
    isRestricted: true,
  })
  const { postmortemId, meetingId } = body as unknown as Awaited<ReturnType<typeof startedPostmortem>> // the answer’s own shape
  const admit = ({ personId }: Visitor) =>
    fay.post(`/api/postmortems/${postmortemId}/guests/${personId}/admit`, undefined)
  const guestBy = async (hours: number, name: string, isLetIn: boolean) => {
    const link = await makeGuestLink(server, fay, postmortemId, { hours })
    const guest = await comeAsGuest(server, link.key, name)
    if (!isLetIn) return { guest, link }
    await admit(guest)
    await guest.join(postmortemId)
    return { guest, link }
  }
  const expired = await guestBy(1, 'Ed', true)
  const revoked = await guestBy(9, 'Rae', true)
  const byRevokedLink = await guestBy(9, 'Lin', true)
  const waiting = await guestBy(9, 'Wim', false)
  const closedScreen = await server.stageKey(fay, postmortemId)
  const path = `/api/postmortems/${postmortemId}`
  await fay.post(`${path}/guests/${revoked.guest.personId}/revoke`, undefined)
  await fay.post(`${path}/guest-links/${byRevokedLink.link.guestLinkId}/revoke`, undefined)
  await fay.post(`${path}/stage/close`, undefined)
  pass(HOUR_MS)
  /** Whoever knows that there is something, and may not look any more or not yet. */
  const turnedAway: Reader[] = [
    readerWith('a guest whose link has expired', expired.guest),
    readerWith('a guest who was asked to leave', revoked.guest),
    readerWith('a guest whose link was revoked', byRevokedLink.guest),
    readerWith('a guest who still waits', waiting.guest),
    screenWith('a shared screen that was closed', closedScreen),
  ]
  const target: Target = {
    postmortemId,
    meetingId,
    guestLinkId: waiting.link.guestLinkId,
    personId: waiting.guest.personId,
    threadId: 'canary-thread',
    commentId: 'canary-comment',
    evidenceId: 'canary-evidence',
    fileId: 'canary-file',
    key: byRevokedLink.link.key,
    number: '1',
  }
  return { postmortemId, meetingId, path, target, turnedAway, guestBy }
}

type Restricted = Awaited<ReturnType<typeof restrictOne>>

/** Everything that happens in a meeting, with the canary in all of it. */
export async function meetInside({ server, fay, olu }: House, restricted: Restricted) {
  const { postmortemId, meetingId, path, target, guestBy } = restricted
  await guestBy(9, `Cas ${CANARY}`, true)
  await fay.post(`${path}/audience`, { isRestricted: true, personIds: [olu.personId], teamIds: [] })
  await olu.join(postmortemId, true)
  await fay.command(meetingId, {
    type: 'addAgendaItem',
    itemId: asItem('walk'),
    title: `About the ${CANARY}`,
    plannedMinutes: 5,
    afterItemId: null,
  })
  await fay.command(meetingId, { type: 'setPrompt', prompt: `Who saw the ${CANARY}?` })
  const startsAt = Date.UTC(2026, 2, 12, 13)
  await fay.command(meetingId, { type: 'scheduleMeeting', startsAt, startsAtSeen: null })
  await fay.post(`${path}/material/send`, {
    ...{ sendingId: `${CANARY}-sending`, meetingId, personIds: [olu.personId] },
    ...{ way: 'byHand', zone: 'Europe/Berlin' },
  })
  await fay.command(meetingId, { type: 'startMeeting' })
  const client = connectClient({
    address: server.address,
    postmortemId,
    headers: { cookie: fay.cookie },
    withPresence: true,
  })
  await vi.waitFor(() => {
    if (!client.isSynced()) throw new Error('The room is not open yet.')
  })
  client.edit((doc) => summaryOf(doc).insert(0, `The ${CANARY} fell silent.`))
  await client.barrier()
  await fay.post(`${path}/threads`, {
    threadId: target.threadId,
    commentId: target.commentId,
    anchor: { on: 'card', id: 'none' },
    quote: `The ${CANARY} was full`,
    text: `Who fed the ${CANARY}?`,
    mentions: [],
  })
  await fay.post(`${path}/checkpoints`, { for: 'keeping', name: `Before the ${CANARY}` })
  await fay.get(`${path}/report.md`)
  await server.stageKey(fay, postmortemId)
  return client
}

/** Another workspace, and someone who belongs to it alone. */
function moveElsewhere({ dataDir }: TestServer, { personId }: Visitor): void {
  using database = new DatabaseSync(databasePathIn(dataDir), { timeout: 10_000 })
  database.exec("INSERT INTO workspaces VALUES ('elsewhere', 'Elsewhere', 0)")
  database.prepare("UPDATE memberships SET workspace_id = 'elsewhere' WHERE person_id = ?").run(personId)
}
