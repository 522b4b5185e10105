import { getRouteApi, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { type PostmortemId, postmortemId } from '../../shared/ids.ts'
import { recallMeeting } from '../device/keptMeeting.ts'
import { JoinedRoom } from './JoinedRoom.tsx'
import { MeetingShell } from './MeetingShell.tsx'
import { useMe } from './me.ts'
import { RememberedRoom } from './RememberedRoom.tsx'

const route = getRouteApi('/person/p/$postmortemId')

/** Opens the room once for all its tabs: at once where this device remembers the meeting, else when it is joined. */
export function PostmortemPage() {
  const me = useMe()
  const id = postmortemId.parse(route.useParams().postmortemId)
  return <PersonsRoom key={`${me.personId} ${id}`} id={id} />
}

function PersonsRoom({ id }: { id: PostmortemId }) {
  const me = useMe()
  const [kept] = useState(() => recallMeeting(me.personId, id))
  const room = (
    <MeetingShell>
      <Outlet />
    </MeetingShell>
  )
  return kept ? <RememberedRoom kept={kept}>{room}</RememberedRoom> : <JoinedRoom id={id}>{room}</JoinedRoom>
}
