import { useEffect, useRef } from 'react'
import { currentItem } from '../../../shared/meeting/agenda.ts'
import { useClockReading } from '../../room/clockReading.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { announce } from '../../ui/liveRegions.ts'
import { sentenceOfItem } from './sentenceOfItem.ts'

/** Says the turning points of the clock, once each, and the item when the room moves on. Never the seconds. */
export function TimeboxAnnouncer() {
  const meeting = useMeeting()
  const { is } = useClockReading()
  const item = currentItem(meeting)
  const before = useRef({ itemId: item?.id, is, status: meeting.status })

  useEffect(() => {
    const was = before.current
    before.current = { itemId: item?.id, is, status: meeting.status }
    if (meeting.status !== was.status && meeting.status === 'ended') return announce('The meeting has ended')
    if (!item) return
    if (item.id !== was.itemId) return announce(sentenceOfItem(meeting, item))
    if (is === was.is || was.is === 'unknown') return
    if (is === 'ending') announce(`Two minutes left on ${item.title}`)
    if (is === 'over') announce('Time is up')
    if (is === 'paused') announce('The clock is paused')
    if (was.is === 'paused') announce('The clock is running')
  }, [meeting, item, is])
  return null
}
