import type { Guest } from '../../../shared/wire/access.ts'
import { Tag } from '../../ui/Tag.tsx'

/** How many are at the door, beside a word for guests. */
export function WaitingCount({ guests }: { guests: readonly Guest[] }) {
  const count = guests.filter(({ state }) => state === 'waiting').length
  return count === 0 ? null : <Tag tone="late">{count} waiting</Tag>
}
