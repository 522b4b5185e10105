import * as z from 'zod/mini'
import { severities } from '../../shared/guide/severities.ts'
import { type PersonId, workspaceId } from '../../shared/ids.ts'
import { lowerings, sensitivities, signals } from '../../shared/triage/facts.ts'
import { meetingLength } from '../../shared/triage/recommend.ts'
import { reviewFormat } from '../../shared/triage/reviewFormats.ts'
import { forget, keep, keptPrefixOf, recall } from './keptValue.ts'

/** What somebody has written about an incident before they start its postmortem, as they typed it. */
const startDraft = z.object({
  title: z.string(),
  services: z.array(z.string()),
  began: z.string(),
  noticed: z.string(),
  resolved: z.string(),
  severity: z.nullable(z.enum(severities)),
  teams: z.string(),
  causeKnown: z.nullable(z.enum(['yes', 'partly', 'no'])),
  isFollowUpObvious: z.nullable(z.enum(['yes', 'no'])),
  signals: z.array(z.enum(signals)),
  lowerings: z.array(z.enum(lowerings)),
  sensitivities: z.array(z.enum(sensitivities)),
  /** Null follows what is suggested, like the next one. */
  format: z.nullable(reviewFormat),
  minutes: z.nullable(meetingLength),
  reason: z.string(),
  /** Where two stages are suggested. */
  beginsWithInitial: z.boolean(),
  workspaceId: z.optional(workspaceId),
  isRestricted: z.boolean(),
})
export type StartDraft = z.infer<typeof startDraft>

const keyOf = (me: PersonId) => `${keptPrefixOf(me)}start`

export const recallStart = (me: PersonId): StartDraft | null => recall(keyOf(me), startDraft)
export const keepStart = (me: PersonId, draft: StartDraft): boolean => keep(keyOf(me), draft)
export const forgetStart = (me: PersonId): void => forget(keyOf(me))
