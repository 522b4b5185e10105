import { useEffect, useRef } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { announce } from '../../ui/liveRegions.ts'
import { horizonSpoken } from './horizonSpoken.ts'

/** Tells each new place of the horizon once. Where it stood when the page opened is no news. */
export function useHorizonSpoken(
  horizonAt: number | null,
  timeline: readonly TimelineEvent[],
  zone: string,
): void {
  const told = useRef(horizonAt)
  useEffect(() => {
    if (told.current === horizonAt) return
    told.current = horizonAt
    announce(horizonSpoken(horizonAt, timeline, zone))
  }, [horizonAt, timeline, zone])
}
