import { type PostmortemId, postmortemId } from '../ids.ts'

export type DocumentName =
  | { kind: 'content'; postmortemId: PostmortemId }
  | { kind: 'presence'; postmortemId: PostmortemId }

export const contentDocumentName = (id: PostmortemId): string => `content.${id}`
export const presenceDocumentName = (id: PostmortemId): string => `presence.${id}`

/** Null for every name that is not exactly one of ours: a document name comes from the client. */
export function parseDocumentName(name: string): DocumentName | null {
  const [kind, id, ...rest] = name.split('.')
  const parsed = postmortemId.safeParse(id)
  if (!parsed.success || rest.length > 0) return null
  return kind === 'content' || kind === 'presence' ? { kind, postmortemId: parsed.data } : null
}
