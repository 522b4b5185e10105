import * as z from 'zod/mini'
import { meetingSnapshot } from './meetingSnapshot.ts'

/** Hocuspocus stateless messages on the content document: small, never stored, never relayed between clients. */

export const MOST_SOCKET_MESSAGE_CHARACTERS = 2_000

export const clientMessage = z.discriminatedUnion('type', [
  /** Asks to hear when everything sent before it is on disk. */
  z.strictObject({ type: z.literal('barrier'), number: z.number() }),
  z.strictObject({ type: z.literal('askMeeting') }),
  /** `sentAt` is the browser's own clock and comes back untouched. */
  z.strictObject({ type: z.literal('askTime'), sentAt: z.number() }),
])
export type ClientMessage = z.infer<typeof clientMessage>

export const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('durable'), number: z.number() }),
  /** The server has the changes but cannot write them; it keeps trying and answers the barrier once it can. */
  z.object({ type: z.literal('notStored') }),
  /** Some of what is stored of this document cannot be read; what the page shows is the rest. */
  z.object({ type: z.literal('damaged') }),
  z.object({
    type: z.literal('meeting'),
    snapshot: meetingSnapshot,
    /** When the facilitator was last heard of, in the server's time; null while they are here, or nobody is it. */
    facilitatorGoneSince: z.nullable(z.number()),
  }),
  /** A guest came, waits, was let in or left. For whoever may let guests in, who then asks who. */
  z.object({ type: z.literal('guestsChanged') }),
  /** Somebody wrote, changed or resolved a comment. For everybody but the shared screen, who then ask what there is. */
  z.object({ type: z.literal('commentsChanged') }),
  /**
   * Answers to questions were opened, or made more private. For everybody but the shared screen, who then look. Never
   * said of an answer that was sealed.
   */
  z.object({ type: z.literal('answersChanged') }),
  z.object({ type: z.literal('time'), sentAt: z.number(), serverNow: z.number() }),
  /** Named like every refusal; `reason` is a RefusalReason a newer server may know and an older page may not. */
  z.object({ type: z.literal('refused'), reason: z.string(), sentence: z.string() }),
])
export type ServerMessage = z.infer<typeof serverMessage>
