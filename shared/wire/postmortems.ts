import * as z from 'zod/mini'
import { severities } from '../guide/severities.ts'
import { meetingId, postmortemId, workspaceId } from '../ids.ts'
import { meetingStage } from '../meeting/meeting.ts'
import { isKnownZone } from '../time/zonedParts.ts'
import { factsBesideSeverity, MOST_TITLE } from '../triage/facts.ts'
import { reviewFormat } from '../triage/reviewFormats.ts'
import { endpoint } from './endpoint.ts'
import { meetingSnapshot } from './meetingSnapshot.ts'
import { formatChoice } from './triage.ts'

/** A postmortem as it stands in a list. */
export const postmortemSummary = z.object({
  postmortemId,
  meetingId,
  title: z.string(),
  severity: z.nullable(z.enum(severities)),
  services: z.array(z.string()),
  /** When the incident began, in ms; null when nobody knows. */
  incidentStartedAt: z.nullable(z.number()),
  /** In ms; null while it lasts, or when nobody knows. */
  resolvedAt: z.nullable(z.number()),
  /** How it is reviewed; null where nobody has said. */
  format: z.nullable(reviewFormat),
  /** Why it is not reviewed, and when that was decided, in ms; null where it is. */
  waiver: z.nullable(z.object({ reason: z.string(), at: z.number() })),
  createdAt: z.number(),
  status: z.enum(['scheduled', 'live', 'ended']),
  /** Which of its meetings the newest is. */
  stage: meetingStage,
  /** When its newest meeting is planned to start, in ms; null where no time is chosen. */
  startsAt: z._default(z.nullable(z.number()), null),
  /** When its newest meeting began, in ms. */
  metAt: z.nullable(z.number()),
  memberCount: z.number(),
  workspaceId,
  /** Only some of the workspace read it. */
  isRestricted: z.boolean(),
})
export type PostmortemSummary = z.infer<typeof postmortemSummary>

const byPostmortem = z.object({ postmortemId })
/** Left out: the first workspace of whoever asks, by name. */
const startingIn = z.optional(workspaceId)
/** Restricted from the first save: only whoever starts it reads it, until they say who else. */
const startsRestricted = z.optional(z.boolean())
/** IANA time zone in which the incident's times are told. */
const zone = z.string().check(z.maxLength(64), z.refine(isKnownZone, 'This time zone is not known.'))
/** A first review of 25 minutes comes before the review itself. */
const beginsWithInitial = z.optional(z.boolean())
const created = z.object({ postmortemId, meetingId })

export const listPostmortemsEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({ postmortems: z.array(postmortemSummary) }),
})

export const startPostmortemEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems',
  params: z.object({}),
  body: z.strictObject({
    title: z.string().check(z.trim(), z.minLength(1, 'Give it a title.'), z.maxLength(MOST_TITLE)),
    severity: z.nullable(z.enum(severities)),
    workspaceId: startingIn,
    isRestricted: startsRestricted,
    /** What is known of it, and how it is to be reviewed. A title alone is enough to start. */
    triage: z.optional(
      z.strictObject({ facts: factsBesideSeverity, zone, ...formatChoice.shape, beginsWithInitial }),
    ),
  }),
  answer: z.object({
    ...created.shape,
    /** The services of which this was the third waiver, or a later one, in 90 days. */
    repeatedlyWaived: z.array(z.string()),
  }),
})

/** The body is the incident file's text as it was read, so that the answer can point into it. */
export const importIncidentEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/import',
  params: z.object({}),
  body: z.strictObject({
    fileName: z.string().check(z.maxLength(255)),
    text: z.string(),
    workspaceId: startingIn,
    isRestricted: startsRestricted,
  }),
  answer: created,
})

/** What someone sees before joining, and what a member opens the room with. */
export const openPostmortemEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId',
  params: byPostmortem,
  body: z.undefined(),
  answer: z.object({ summary: postmortemSummary, snapshot: meetingSnapshot }),
})

export const joinMeetingEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/join',
  params: byPostmortem,
  body: z.strictObject({ asObserver: z.boolean() }),
  answer: z.object({ snapshot: meetingSnapshot }),
})

/** Makes a key for the shared screen. Whoever opens `/stage/<key>` reads and can do nothing else. */
export const openStageEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/stage',
  params: byPostmortem,
  body: z.undefined(),
  answer: z.object({ stageKey: z.string() }),
})

/** Asked by the shared screen itself, with `Authorization: Stage <key>`. */
export const readStageEndpoint = endpoint({
  method: 'GET',
  path: '/api/stage',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({ summary: postmortemSummary, snapshot: meetingSnapshot }),
})

/** The planned meeting as a calendar file. */
export const calendarPath = (id: string): string => `/api/postmortems/${id}/meeting.ics`

export const reportPath = (id: string): string => `/api/postmortems/${id}/report.md`
