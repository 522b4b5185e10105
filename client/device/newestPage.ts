import * as z from 'zod/mini'
import { CONTENT_SCHEMA, EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import { keep, recall } from './keptValue.ts'

const versions = z.object({ protocol: z.number(), editor: z.number(), content: z.number() })
type Versions = z.infer<typeof versions>

const KEY = 'candor.versions'
const own: Versions = { protocol: PROTOCOL_VERSION, editor: EDITOR_SCHEMA, content: CONTENT_SCHEMA }

/**
 * Whether a newer page of Candor has been open in this browser. An older one, opened without a connection, must not
 * touch what that one has kept: an editor deletes what it does not know.
 */
export function isOlderThanKept(): boolean {
  const newest = recall(KEY, versions) ?? own
  const names = Object.keys(own) as (keyof Versions)[] // the keys of a literal
  if (names.some((name) => newest[name] > own[name])) return true
  keep(KEY, own)
  return false
}
