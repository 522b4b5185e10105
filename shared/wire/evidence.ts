import * as z from 'zod/mini'
import { evidenceId, personId, postmortemId } from '../ids.ts'
import { endpoint } from './endpoint.ts'

/** Longest name of a file that is kept. */
export const MOST_EVIDENCE_NAME = 200
/** How much is noted as taken in one go, and how much a page adds in one. */
export const MOST_TAKEN = 500

/** What a file that is sent may be called. */
export const fileName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Give it a name.'),
    z.maxLength(MOST_EVIDENCE_NAME, `A name has up to ${MOST_EVIDENCE_NAME} characters.`),
    z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, 'A name is made of visible characters.'),
  )
/** A file, deflated (zlib) and in Base64. */
export const deflatedFile = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be Base64'))

const known = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/))
const count = z.int().check(z.gte(0), z.lte(100_000_000))
const taken = z.object({
  /** By which a thing of the evidence is known again. */
  identity: known,
  /** The event or card it became. */
  recordId: known,
})
export type TakenEvidence = z.infer<typeof taken>

/** A file somebody brought along, as it was kept: masked, and never changed since. */
export const evidenceOriginal = z.object({
  evidenceId,
  name: z.string(),
  /** As the readers of evidence call it; null where none knew it. */
  format: z.nullable(z.string()),
  /** The same for people to read, as in `Slack export`. */
  label: z.nullable(z.string()),
  size: z.number(),
  by: z.object({ personId, name: z.string() }),
  at: z.number(),
  /** SHA-256 of the file, in hexadecimal. */
  hash: z.string(),
  /** How many things were read in it and how much was masked, as whoever brought it counted; null where nobody said. */
  readCount: z.nullable(z.number()),
  maskedCount: z.nullable(z.number()),
  /** How many things of it were taken. */
  takenCount: z.number(),
})
export type EvidenceOriginal = z.infer<typeof evidenceOriginal>

/** The newest first, and all that was taken from any of them. */
export const listEvidenceEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/evidence',
  params: z.object({ postmortemId }),
  body: z.undefined(),
  answer: z.object({ originals: z.array(evidenceOriginal), taken: z.array(taken) }),
})

/** The same bytes are kept once: whoever brings them again is told where they are. */
export const keepEvidenceEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/evidence',
  params: z.object({ postmortemId }),
  body: z.strictObject({
    name: fileName,
    format: z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
    readCount: z.optional(count),
    maskedCount: z.optional(count),
    /** Masked. */
    deflated: deflatedFile,
  }),
  answer: z.object({ evidenceId, isNew: z.boolean() }),
})

/** Says which things were taken into the timeline and onto the board. Saying it again changes nothing. */
export const noteTakenEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/evidence/:evidenceId/taken',
  params: z.object({ postmortemId, evidenceId }),
  body: z.strictObject({ taken: z.array(taken).check(z.maxLength(MOST_TAKEN)) }),
  answer: z.object({}),
})

/** Where an original is downloaded. */
export const evidenceFilePath = (postmortem: string, evidence: string): string =>
  `/api/postmortems/${postmortem}/evidence/${evidence}/file`
