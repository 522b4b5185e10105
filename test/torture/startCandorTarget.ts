import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { PostmortemId } from '../../shared/ids.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { type Asking, askServer, joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { syncUrl } from '../harness/connectClient.ts'
import { faultyDiskArgv, setDisk } from '../harness/diskFaults.ts'
import { startCandor } from '../harness/startCandor.ts'
import { steerMeetings } from './steerMeetings.ts'
import { type KillKind, killKinds, PEOPLE, QUIET_ROOM, ROOMS, type TortureTarget } from './tortureTarget.ts'

const QUIET_INCIDENT = 'gitlab-2017-01-31.json'
/** How long to wait for the work in the middle of which the power is to fail. */
const MOST_WAIT_MS = 3_000

/** The product itself: two empty postmortems and an imported one, with everybody a member of all three. */
export async function startCandorTarget(): Promise<TortureTarget> {
  const candor = await startCandor(faultyDiskArgv)
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
  const meetings = await steerMeetings(founder, candor.dataDir, rooms.slice(0, QUIET_ROOM))

  const endsByItself = async (): Promise<boolean> => {
    const server = candor.process()
    if (server.signalCode !== null) return true
    return Promise.race([once(server, 'exit').then(() => true), pause(MOST_WAIT_MS, false)])
  }

  return {
    kinds: killKinds,
    seat: (room, person) => {
      const postmortemId = rooms[room]
      const cookie = people[person]?.cookie
      if (!postmortemId || !cookie) throw new Error(`There is no seat for person ${person} in room ${room}.`)
      return { url: syncUrl(address), headers: { cookie }, documentName: contentDocumentName(postmortemId) }
    },
    prepare: async (kind, random) => {
      if (kind === 'slowDisk') await setDisk(candor.process(), { slowMs: random.between(20, 400) })
      if (kind !== 'compacting' && kind !== 'checkpointing') return
      await setDisk(candor.process(), { kill: { at: kind, afterSteps: random.between(0, 6) } })
    },
    kill: async (kind, random): Promise<KillKind> => {
      if (kind === 'checkpointing') await meetings.steer(random.between(0, QUIET_ROOM - 1)).catch(() => {}) // killed on it
      const isGone = (kind === 'checkpointing' || kind === 'compacting') && (await endsByItself())
      await candor.crash()
      if (kind === 'starting') await candor.crashWhileStarting(random.between(0, 700))
      return isGone || kind === 'starting' || kind === 'slowDisk' ? kind : 'typing'
    },
    restart: candor.restart,
    steer: meetings.steer,
    checkMeetings: meetings.check,
    discard: candor.stop,
  }
}

const importQuietRoom = async (founder: Asking) => {
  const text = readFileSync(`test/evidence/incidents/${QUIET_INCIDENT}`, 'utf8')
  const body = { fileName: QUIET_INCIDENT, text }
  return (await askServer(founder, importIncidentEndpoint, { body })).postmortemId
}
