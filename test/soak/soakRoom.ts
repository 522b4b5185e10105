import * as Y from 'yjs'
import { addCard, cardTextOf } from '../../shared/content/cards.ts'
import type { CardId, PostmortemId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { turnKind } from '../../shared/meeting/turnQueue.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import { openPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { type Asking, askServer, joinMeeting, startPostmortem } from '../harness/askServer.ts'
import { type Client, connectClient } from '../harness/connectClient.ts'
import type { SeededRandom } from '../harness/seededRandom.ts'

export type SoakRoom = {
  isReady: () => boolean
  /** One of the people types a letter or takes some away; how long it took to be seen by another comes out at `seen`. */
  type: () => void
  /** Somebody loses the line for a moment. */
  blink: () => void
  /** Somebody raises a hand, or lowers it again. */
  raiseHand: () => Promise<void>
  edits: () => number
  close: () => void
}

/** Longer texts lose letters again, so that the room holds as much at the end as at the beginning. */
const MOST_LETTERS = 200
const BLINK_MS = 1_000

const cardOf = (person: number): CardId => `card-${person}` as CardId // fits the pattern of an id

/** A room of people who write for as long as they are told to, each at a card of their own. */
export async function openSoakRoom(
  people: readonly Asking[],
  random: SeededRandom,
  seen: (latencyMs: number) => void,
): Promise<SoakRoom> {
  const [founder] = people
  if (!founder) throw new Error('A room needs somebody in it.')
  const postmortemId: PostmortemId = await startPostmortem(founder, 'A long meeting')
  for (const person of people) await joinMeeting(person, postmortemId)
  const clients = people.map(({ address, cookie }) =>
    connectClient({ address, postmortemId, headers: { cookie: cookie ?? '' }, withPresence: true }),
  )
  const { snapshot } = await askServer(founder, openPostmortemEndpoint, { params: { postmortemId } })
  const { meetingId, meeting } = snapshot
  const personId = meeting.members[0]?.personId
  let edits = 0
  let commands = 0
  let isHandUp = false
  const send = async (command: MeetingCommand) => {
    const body = { commandId: `soak-${++commands}`, command }
    await askServer(founder, runCommandEndpoint, { params: { meetingId }, body })
  }
  await send({ type: 'startMeeting' })
  let pending: { clientId: number; clock: number; at: number } | null = null

  const watch = ({ doc }: Client) => {
    doc.on('afterTransaction', ({ local, afterState }) => {
      if (local || !pending || (afterState.get(pending.clientId) ?? 0) < pending.clock) return
      seen(performance.now() - pending.at)
      pending = null
    })
  }
  const [writer, reader] = clients
  if (reader) watch(reader)

  const editCard = (client: Client, person: number) => {
    if (!client.isSynced()) return
    const id = cardOf(person)
    const text = cardTextOf(client.doc, id)
    client.edit((doc) => {
      if (!text) addCard(doc, { id, kind: 'fact', text: '', by: null, createdAt: 0 }, origin)
      else if (text.length > MOST_LETTERS) text.delete(0, MOST_LETTERS / 2)
      else text.insert(text.length, 'a')
    })
    edits++
  }
  return {
    isReady: () => clients.every((client) => client.isSynced()),
    type: () => {
      const person = random.between(0, clients.length - 1)
      const client = clients[person]
      if (!client) return
      const at = performance.now()
      const before = clockOf(client)
      editCard(client, person)
      const isTimed = client === writer && reader?.isSynced() && clockOf(client) > before
      if (isTimed) pending = { clientId: client.doc.clientID, clock: clockOf(client), at }
      client.presence.setLocalStateField('editing', { in: 'card', id: cardOf(person) })
    },
    blink: () => {
      const client = random.pick(clients)
      if (client === writer || client === reader || !client.isSynced()) return
      client.goOffline()
      setTimeout(client.goOnline, BLINK_MS)
    },
    raiseHand: async () => {
      const kind = random.pick(turnKind.options)
      await send(
        isHandUp && personId ? { type: 'lowerHand', personId } : { type: 'raiseHand', kind, note: '' },
      )
      isHandUp = !isHandUp
    },
    edits: () => edits,
    close: () => {
      for (const client of clients) client.close()
    },
  }
}

const origin = { by: 'person', personId: 'soak' } as const

const clockOf = ({ doc }: Client): number => Y.getState(doc.store, doc.clientID)
