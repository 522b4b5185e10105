import type { AgendaItemId, PersonId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { decide } from '../../shared/meeting/decide.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import type { TurnKind } from '../../shared/meeting/turnQueue.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

/**
 * What a person asked for without a connection and may wait, because it says the same however often it is sent: their
 * own hand, and that they are ready. The last wish counts. It lives as long as the page does.
 */
export type Wishes = {
  hand: { isUp: true; kind: TurnKind; note: string } | { isUp: false } | null
  ready: { itemId: AgendaItemId; isReady: boolean } | null
}

export const noWishes: Wishes = { hand: null, ready: null }

export type KeptWishes = {
  wishes: ValueStore<Wishes>
  wish: (changed: Partial<Wishes>) => void
  /** The connection is back and the meeting is known as it is now: what still means something is asked for. */
  fulfil: (meeting: Meeting) => void
}

export function keepWishes(
  me: PersonId | null,
  send: (command: MeetingCommand) => Promise<Problem | null>,
): KeptWishes {
  const wishes = valueStore(noWishes)
  return {
    wishes,
    wish: (changed) => wishes.set({ ...wishes.get(), ...changed }),
    fulfil: (meeting) => {
      const kept = wishes.get()
      if (me === null || kept === noWishes) return
      wishes.set(noWishes)
      for (const command of commandsOf(kept, meeting, me)) void send(command)
    },
  }
}

/** What a wish comes to in the meeting as it is now; nothing if it came true by itself, or means nothing any more. */
export function commandsOf({ hand, ready }: Wishes, meeting: Meeting, me: PersonId): MeetingCommand[] {
  const isUp = meeting.turnQueue.some(({ personId }) => personId === me)
  const isReady = meeting.ready.includes(me)
  const commands: MeetingCommand[] = []
  if (hand?.isUp && !isUp) commands.push({ type: 'raiseHand', kind: hand.kind, note: hand.note })
  if (hand?.isUp === false && isUp) commands.push({ type: 'lowerHand', personId: me })
  if (ready && ready.isReady !== isReady) {
    commands.push({ type: 'setReady', itemId: ready.itemId, ready: ready.isReady })
  }
  return commands.filter(
    (command) => decide(meeting, command, { as: 'person', personId: me }, anySituation).ok,
  )
}

/** Who is connected and what time it is decide other commands, and nothing here. */
const anySituation = { attendance: { goneMs: () => 0, hereMs: () => 0 }, now: 0 }
