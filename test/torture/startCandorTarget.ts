import { readFileSync } from 'node:fs'
import type { PostmortemId } from '../../shared/ids.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { type Asking, askServer, joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { syncUrl } from '../harness/connectClient.ts'
import { startCandor } from '../harness/startCandor.ts'
import { PEOPLE, ROOMS, type TortureTarget } from './tortureTarget.ts'

const QUIET_INCIDENT = 'gitlab-2017-01-31.json'

/** The product itself: two empty postmortems and an imported one, with everybody a member of all three. */
export async function startCandorTarget(): Promise<TortureTarget> {
  const candor = await startCandor()
  const { address } = candor
  const people: Asking[] = []
  for (let person = 0; person < PEOPLE; person++) {
    people.push({ address, ...(await signIn(address, `Person ${person + 1}`)) })
  }
  const [founder] = people
  if (!founder) throw new Error('Nobody is there.')
  const rooms: PostmortemId[] = []
  for (let room = 1; room < ROOMS; room++) rooms.push(await startPostmortem(founder, `Room ${room}`))
  rooms.push(await importQuietRoom(founder))
  for (const postmortemId of rooms) for (const asking of people) await joinMeeting(asking, postmortemId)

  return {
    seat: (room, person) => {
      const postmortemId = rooms[room]
      const cookie = people[person]?.cookie
      if (!postmortemId || !cookie) throw new Error(`There is no seat for person ${person} in room ${room}.`)
      return { url: syncUrl(address), headers: { cookie }, documentName: contentDocumentName(postmortemId) }
    },
    kill: candor.crash,
    restart: candor.restart,
    discard: candor.stop,
  }
}

const importQuietRoom = async (founder: Asking) => {
  const text = readFileSync(`test/evidence/incidents/${QUIET_INCIDENT}`, 'utf8')
  const body = { fileName: QUIET_INCIDENT, text }
  return (await askServer(founder, importIncidentEndpoint, { body })).postmortemId
}
