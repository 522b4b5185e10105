import type * as z from 'zod/mini'
import {
  type AttachTarget,
  addAttachment,
  MOST_ATTACHMENT_NAME,
} from '../../../shared/content/attachments.ts'
import type { AttachmentId } from '../../../shared/ids.ts'
import { keepFileEndpoint, MOST_ATTACHED_BYTES } from '../../../shared/wire/attachments.ts'
import type { PendingAttachment } from '../../room/attaching.ts'
import { callApi } from '../../room/callApi.ts'
import { reversibly } from '../../room/reversibly.ts'
import { newId, type Room } from '../../room/room.ts'
import { type ValueStore, valueStore } from '../../room/valueStore.ts'
import { showToast } from '../../ui/toasts.ts'
import { type AttachedWhat, attachedInWords } from './attachedWhat.ts'
import { attachingSentences } from './attachingSentences.ts'
import type { Given, Packed } from './packGiven.ts'
import type { Pack } from './packInWorker.ts'

/** What the server itself waits for a request. */
const MOST_SENDING_MS = 60_000

/** A file the server has, and what it found it to be. */
export type Kept = { packed: Packed; file: z.output<typeof keepFileEndpoint.answer> }
/** Makes a file ready and has the server keep it. Null for what should be masked and is no text. */
export type Keep = (given: Given) => Promise<Kept | null>

export type Sent = {
  what: AttachedWhat
  masked?: number
  /** What else could have become of it, offered once it is attached. */
  instead?: { label: string; write: () => void } | null
}

export type Sending = {
  pending: ValueStore<readonly PendingAttachment[]>
  /** Several at a time. What goes wrong stays under the words it was for until somebody has read it. */
  send: (target: AttachTarget, name: string, work: (keep: Keep) => Promise<Sent | null>) => void
  /** For what has no bytes, at once. */
  attach: (target: AttachTarget, sent: Sent) => void
  refuse: (target: AttachTarget, name: string, problem: string) => void
}

/** A no with the sentence to show. Anything else that is thrown is a file that could not be read to its end. */
class Refused extends Error {}

/** Brings files to the server and then, of those it kept, a record into the document. */
export function createSending({ room, pack }: { room: Room; pack: Pack }): Sending {
  const pending = valueStore<readonly PendingAttachment[]>([])
  const drop = (id: string) => pending.set(pending.get().filter((one) => one.id !== id))
  const put = (one: PendingAttachment) => {
    const isThere = pending.get().some(({ id }) => id === one.id)
    pending.set(
      isThere ? pending.get().map((old) => (old.id === one.id ? one : old)) : [...pending.get(), one],
    )
  }
  const fail = (
    about: Pick<PendingAttachment, 'id' | 'target' | 'name'>,
    problem: string,
    again?: () => void,
  ) => put({ ...about, is: 'failed', problem, again: again ?? null, dismiss: () => drop(about.id) })

  const attach: Sending['attach'] = (target, { what, masked = 0, instead }) => {
    const { contentDoc, origin, me } = room
    const about = { id: newId<AttachmentId>(), target, by: me?.personId ?? null, createdAt: room.now() }
    const name = what.name.slice(0, MOST_ATTACHMENT_NAME)
    const takeBack = reversibly(room, () => addAttachment(contentDoc, { ...what, ...about, name }, origin))
    const undo = () => {
      takeBack()
      instead?.write()
    }
    showToast(attachedInWords(what, masked), { ...(instead && { label: instead.label }), onUndo: undo })
  }

  const send: Sending['send'] = (target, name, work) => {
    const about = { id: newId(), target, name }
    const calling = new AbortController()
    const { signal } = calling
    const cancel = () => {
      calling.abort()
      drop(about.id)
    }
    const tell = (doing: string) => put({ ...about, is: 'busy', doing, cancel })
    const keep: Keep = async (given) => {
      if (room.line.get().is !== 'live') throw new Refused(attachingSentences.offline)
      if (sizeOf(given) > MOST_ATTACHED_BYTES) throw new Refused(attachingSentences.tooLarge)
      tell(given.isMasked ? 'Masking' : 'Reading')
      const packed = await pack(given, signal)
      if (!packed) return null
      tell('Sending')
      const answer = await callApi(keepFileEndpoint, {
        params: { postmortemId: room.postmortemId },
        body: { name: packed.name, deflated: packed.deflated },
        signal,
        mostWaitMs: MOST_SENDING_MS,
      })
      if (!answer.ok) throw new Refused(answer.problem.sentence)
      return { packed, file: answer.value }
    }
    const run = async () => {
      try {
        const sent = await work(keep)
        if (signal.aborted) return
        drop(about.id)
        if (sent) attach(target, sent)
      } catch (error) {
        if (signal.aborted) return
        const again = () => {
          drop(about.id)
          send(target, name, work)
        }
        fail(about, error instanceof Refused ? error.message : attachingSentences.stopped, again)
      }
    }
    void run()
  }

  return {
    pending,
    send,
    attach,
    refuse: (target, name, problem) => fail({ id: newId(), target, name }, problem),
  }
}

const sizeOf = ({ content }: Given): number => (typeof content === 'string' ? content.length : content.size)
