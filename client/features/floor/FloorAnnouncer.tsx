import { useEffect, useRef } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { shortNameOf } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { announce } from '../../ui/liveRegions.ts'

/** Says who gets the floor, and tells a person that theirs is the next turn. */
export function FloorAnnouncer() {
  const { me } = useRoom()
  const meeting = useMeeting()
  const holderId = meeting.floor?.holderId ?? null
  const isNext = me !== null && meeting.turnQueue[0]?.personId === me.personId
  const before = useRef({ holderId, isNext })

  useEffect(() => {
    const was = before.current
    before.current = { holderId, isNext }
    if (holderId !== null && holderId !== was.holderId) {
      if (holderId === me?.personId) announce('You have the floor', 'assertive')
      else announce(`${shortNameOf(meeting, holderId)} has the floor`)
    }
    if (isNext && !was.isNext) {
      announce(holderId === null ? 'You are next' : `You are next, after ${shortNameOf(meeting, holderId)}`)
    }
  }, [meeting, holderId, isNext, me])
  return null
}
