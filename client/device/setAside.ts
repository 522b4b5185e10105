import * as z from 'zod/mini'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { presencePlace } from '../../shared/wire/presence.ts'
import { forget, keep, keptPrefixOf, recall } from './keptValue.ts'

/** What somebody wrote at a place, as it stood on their screen. */
const writtenText = z.object({ place: presencePlace, text: z.string() })
export type WrittenText = z.infer<typeof writtenText>

const keyOf = (me: PersonId, id: PostmortemId) => `${keptPrefixOf(me)}aside.${id}`

/** What the server did not take, for the person to copy. Stays until they are done with it. */
export const recallAside = (me: PersonId, id: PostmortemId): readonly WrittenText[] =>
  recall(keyOf(me, id), z.array(writtenText)) ?? []

/** False if it could not be kept: then the document it comes from must stay. */
export function keepAside(me: PersonId, id: PostmortemId, texts: readonly WrittenText[]): boolean {
  if (texts.length > 0) return keep(keyOf(me, id), texts)
  forget(keyOf(me, id))
  return true
}
