import { useEffect, useState } from 'react'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { remainingMs } from '../../shared/meeting/timebox.ts'
import { figuresOf, readClock } from '../room/clockReading.ts'
import { useRoom } from '../room/RoomProvider.tsx'
import { useMeeting } from '../room/useMeeting.ts'
import { useServerNow } from '../room/useServerNow.ts'
import { announce } from '../ui/liveRegions.ts'

const SHOWN_MS = 30_000

/** `You’re here · item 3 of 8 · 3 min left`, once in a browser, for whoever comes into a running meeting. */
export function useLateJoiner(): string | null {
  const { postmortemId } = useRoom()
  const meeting = useMeeting()
  const now = useServerNow()
  const [isLate, setLate] = useState(() => meeting.status === 'live' && isFirstVisit(postmortemId))
  const sentence = isLate && now !== null ? whereWeAre(meeting, now) : null
  const isKnown = sentence !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, as it was when it was known first
  useEffect(() => {
    markVisited(postmortemId)
    if (!isKnown) return
    announce(sentence)
    const timer = setTimeout(() => setLate(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isKnown])
  return sentence
}

function whereWeAre(meeting: Meeting, now: number): string | null {
  const position = meeting.agenda.findIndex(({ id }) => id === meeting.currentItemId)
  const left = remainingMs(meeting.timebox, now)
  if (position === -1 || left === null) return null
  const { isOver } = readClock(meeting, now)
  const minutes = Math.ceil(left / 60_000)
  const time = isOver ? `${figuresOf(-left)} over` : `${minutes} min left`
  return `You’re here · item ${position + 1} of ${meeting.agenda.length} · ${time}`
}

const keyOf = (postmortemId: string) => `candor.visited.${postmortemId}`

function isFirstVisit(postmortemId: string): boolean {
  try {
    return localStorage.getItem(keyOf(postmortemId)) === null
  } catch {
    return true
  }
}

function markVisited(postmortemId: string): void {
  try {
    localStorage.setItem(keyOf(postmortemId), 'yes')
  } catch {
    // storage is refused: the line comes again after a reload
  }
}
