import * as z from 'zod/mini'
import { personId, postmortemId } from '../ids.ts'
import { circumstances, facts } from '../triage/facts.ts'
import { meetingLength, verdict } from '../triage/recommend.ts'
import { reviewFormat } from '../triage/reviewFormats.ts'
import { endpoint } from './endpoint.ts'

export const MOST_REASON = 500

/** How it is to be reviewed, by whoever decides. */
export const formatChoice = z.strictObject({
  format: reviewFormat,
  /** Of the meeting; the shortest where none is held, should one be after all. */
  minutes: meetingLength,
  /** Why it is not reviewed as suggested; may be empty where it is. */
  reason: z.string().check(z.trim(), z.maxLength(MOST_REASON)),
})
export type FormatChoice = z.infer<typeof formatChoice>

/** One decision on how an incident is reviewed, with what was known then. Stored forever. */
export const triage = z.object({
  facts,
  verdict: z.nullable(verdict),
  ...formatChoice.shape,
  /** Null where the command line decided. */
  by: z.nullable(z.object({ personId, name: z.string() })),
  at: z.number(),
})
export type Triage = z.infer<typeof triage>

/** What is known beside the document. `number` grows with each change; 0 where nobody has said anything. */
const knownCircumstances = z.object({ number: z.number(), circumstances })
export type KnownCircumstances = z.infer<typeof knownCircumstances>

const byPostmortem = z.object({ postmortemId })

/** Every decision, the newest first. None for what was imported or started with a title alone. */
export const readTriageEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/triage',
  params: byPostmortem,
  body: z.undefined(),
  answer: z.object({ triages: z.array(triage), known: knownCircumstances }),
})

/**
 * Says what the incident was like, at any time. `fromNumber` is what the sender saw, so that nobody overwrites what they
 * have not read. A sensitive side that is new restricts the postmortem; taking one away opens nothing.
 */
export const changeCircumstancesEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/circumstances',
  params: byPostmortem,
  body: z.strictObject({ fromNumber: z.number(), circumstances }),
  answer: z.object({ known: knownCircumstances, isRestricted: z.boolean() }),
})

/** Decides anew, before the meeting has begun: a log entry becomes a review, or the other way round. */
export const chooseFormatEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/triage',
  params: byPostmortem,
  body: formatChoice,
  answer: z.object({ repeatedlyWaived: z.array(z.string()) }),
})
