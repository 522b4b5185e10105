import { useQuery } from '@tanstack/react-query'
import { meQuery } from './me.ts'

/** How often someone who waits asks whether they are in. */
const LOOK_AFTER_MS = 2_000

/** Keeps asking how the visits of whoever is here stand, while one of them waits; in a hidden window as well. */
export function useLookForVisit(isWaiting: boolean): void {
  useQuery({
    ...meQuery,
    refetchInterval: isWaiting ? LOOK_AFTER_MS : false,
    refetchIntervalInBackground: true,
  })
}
