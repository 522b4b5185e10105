import { useEffect, useRef } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import type { Guest } from '../../../shared/wire/access.ts'
import { announce } from '../../ui/liveRegions.ts'

/** Reads out who has come to the door since the last look, once. */
export function useWaitingSpoken(waiting: readonly Guest[]): void {
  const known = useRef<ReadonlySet<PersonId>>(new Set())
  const ids = waiting.map(({ personId }) => personId).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when others wait, not when the same are told of again
  useEffect(() => {
    const fresh = waiting.filter(({ personId }) => !known.current.has(personId))
    known.current = new Set(waiting.map(({ personId }) => personId))
    const [first] = fresh
    if (!first) return
    announce(
      fresh.length === 1
        ? `${first.name} is waiting to come in.`
        : `${fresh.length} guests are waiting to come in.`,
    )
  }, [ids])
}
