import { useLocation } from '@tanstack/react-router'
import type { PostmortemId } from '../../shared/ids.ts'
import { joinMeetingEndpoint } from '../../shared/wire/postmortems.ts'
import { callApi } from '../room/callApi.ts'
import type { Joined } from '../room/openRoom.ts'

/** Takes a seat in the meeting. Someone who joined before keeps the role they have. */
export function useJoinMeeting(id: PostmortemId): () => Promise<Joined> {
  const { searchStr } = useLocation()
  const asObserver = new URLSearchParams(searchStr).get('as') === 'observer' // the watch-only link
  return () => callApi(joinMeetingEndpoint, { params: { postmortemId: id }, body: { asObserver } })
}
