import * as z from 'zod/mini'
import { postmortemId, workspaceId } from '../ids.ts'
import type { AuditAction } from '../people/auditActions.ts'
import { auditActions } from '../people/auditActions.ts'
import { endpoint } from './endpoint.ts'
import { person } from './people.ts'

// Object.keys knows strings only.
const action = z.enum(Object.keys(auditActions) as [AuditAction, ...AuditAction[]])

export const auditEntry = z.object({
  /** Counts up. */
  number: z.number(),
  at: z.number(),
  /** Null where the command line or the server itself acted. */
  by: z.nullable(person),
  action,
  /** Whom or what it concerns, by the name of that time; empty where there is nothing to add. */
  subject: z.string(),
  postmortemId: z.nullable(postmortemId),
})
export type AuditEntry = z.infer<typeof auditEntry>

/**
 * The newest first, up to a hundred before number `before`. What concerns a postmortem the reader may not read is left
 * out, and nothing tells that there is more.
 */
export const readAuditLogEndpoint = endpoint({
  method: 'GET',
  path: '/api/workspaces/:workspaceId/audit/:before',
  params: z.object({ workspaceId, before: z.string().check(z.regex(/^\d{1,15}$/)) }),
  body: z.undefined(),
  answer: z.object({
    entries: z.array(auditEntry),
    /** To ask on with; null at the beginning of the log. */
    next: z.nullable(z.string()),
  }),
})
