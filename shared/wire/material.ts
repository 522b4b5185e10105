import * as z from 'zod/mini'
import { meetingId, personId, postmortemId, sendingId } from '../ids.ts'
import { isKnownZone } from '../time/zonedParts.ts'
import { endpoint } from './endpoint.ts'
import { person } from './people.ts'

export const materialSending = z.object({
  at: z.number(),
  by: person,
  way: z.enum(['mail', 'byHand']),
  /** How many it reached. */
  count: z.number(),
  /** The start it told, in ms; null where no time was chosen. */
  startsAt: z.nullable(z.number()),
})
export type MaterialSending = z.infer<typeof materialSending>

export const possibleRecipient = z.object({
  ...person.shape,
  state: z.enum(['notSent', 'onItsWay', 'sent', 'failed']),
})
export type PossibleRecipient = z.infer<typeof possibleRecipient>

export const material = z.object({
  /** The oldest first; only those that reached somebody. */
  sendings: z.array(materialSending),
  /**
   * How many of those it was sent to have opened it. Behind the truth on purpose, and never all of them: a count that
   * moves at once, or is complete, would tell who. Null where it reached fewer than four, and once the meeting has started.
   */
  openedCount: z.nullable(z.number()),
  /** For whoever may send it. */
  desk: z.nullable(
    z.object({
      byMail: z.boolean(),
      /** Where people prepare. */
      link: z.string(),
      /** Colleagues who may read it, except the one who asks and whoever facilitates. */
      people: z.array(possibleRecipient),
    }),
  ),
})
export type Material = z.infer<typeof material>

const byPostmortem = z.object({ postmortemId })

/**
 * Looking at where the material stands and opening what was sent are one request, alike in the log and the figures of the
 * server, which would otherwise tell when somebody opened it.
 */
export const materialEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/material',
  params: byPostmortem,
  body: z.strictObject({ for: z.enum(['looking', 'opening']) }),
  answer: material,
})

/** To those of them who have not got it. The same `sendingId` once more sends nothing. */
export const sendMaterialEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/material/send',
  params: byPostmortem,
  body: z.strictObject({
    sendingId,
    /** The meeting on the sender's screen. */
    meetingId,
    personIds: z.array(personId).check(z.minLength(1), z.maxLength(500)),
    way: materialSending.shape.way,
    /** In which the start is told. */
    zone: z.string().check(z.maxLength(64), z.refine(isKnownZone, 'This time zone is not known.')),
  }),
  answer: material,
})
