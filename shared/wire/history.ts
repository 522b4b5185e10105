import * as z from 'zod/mini'
import { contentPlace } from '../content/place.ts'
import { personId, postmortemId } from '../ids.ts'
import { endpoint } from './endpoint.ts'

const occasion = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape })

/** What a checkpoint was made for. Stored forever: a shape may gain a field, never lose one. */
export const checkpointOccasion = z.discriminatedUnion('type', [
  occasion('meetingStarted', {}),
  /** Before the room went on to the agenda item with this title. */
  occasion('agendaAdvanced', { title: z.string() }),
  occasion('agendaWentBack', { title: z.string() }),
  occasion('meetingEnded', {}),
  occasion('meetingReopened', {}),
  occasion('savedByHand', { name: z.string() }),
  /** What was there before somebody went back to the checkpoint with this number. */
  occasion('beforeRestore', { number: z.number() }),
  /** Of a newer server, or damaged. */
  occasion('unknown', {}),
])
export type CheckpointOccasion = z.infer<typeof checkpointOccasion>

export const checkpoint = z.object({
  number: z.number(),
  occasion: checkpointOccasion,
  /** Who made that happen; null where the server acted by itself. */
  by: z.nullable(personId),
  at: z.number(),
  /** When its content was read. Later than `at` only where the server was down in between. */
  readAt: z.number(),
  /** Nothing had changed since the checkpoint before it. */
  isSameAsBefore: z.boolean(),
})
export type Checkpoint = z.infer<typeof checkpoint>

/** Who changed a piece of the content since a checkpoint, as the server knows the connections it came from. */
export const writersOfPlace = z.object({
  place: contentPlace,
  people: z.array(personId),
  /** Some of it came from someone nobody can name. */
  isIncomplete: z.boolean(),
})
export type WritersOfPlace = z.infer<typeof writersOfPlace>

const byPostmortem = z.object({ postmortemId })
const checkpointNumber = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/)), z.transform(Number))

/** The newest first. */
export const listCheckpointsEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/checkpoints',
  params: byPostmortem,
  body: z.undefined(),
  answer: z.object({ checkpoints: z.array(checkpoint) }),
})

export const readCheckpointEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/checkpoints/:number',
  params: z.object({ postmortemId, number: checkpointNumber }),
  body: z.undefined(),
  answer: z.object({
    checkpoint,
    /** A ContentCopy, which leaves out by itself what it cannot read. */
    content: z.unknown(),
  }),
})

/** Apart from the content, which stays as it is, while this changes with every edit. */
export const readWritersEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/checkpoints/:number/writers',
  params: z.object({ postmortemId, number: checkpointNumber }),
  body: z.undefined(),
  answer: z.object({ writers: z.array(writersOfPlace) }),
})

export const checkpointName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Give it a name.'),
    z.maxLength(80, 'A name has up to 80 characters.'),
    z.regex(/^\P{Cc}+$/u, 'A name is made of visible characters.'),
  )

/** Answers once it is on disk. Whoever goes back to a checkpoint asks for one of what is there now first. */
export const makeCheckpointEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/checkpoints',
  params: byPostmortem,
  body: z.discriminatedUnion('for', [
    z.strictObject({ for: z.literal('keeping'), name: checkpointName }),
    z.strictObject({ for: z.literal('restoring'), number: z.int().check(z.positive()) }),
  ]),
  answer: z.object({ checkpoint }),
})
