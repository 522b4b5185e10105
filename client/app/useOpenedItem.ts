import { useState } from 'react'
import type { AgendaItemId } from '../../shared/ids.ts'
import type { AgendaItem, Meeting } from '../../shared/meeting/meeting.ts'
import { useMeeting } from '../room/useMeeting.ts'

export type OpenedItem = {
  /** Whose work area this screen shows. */
  item: AgendaItem | null
  /** The item the room is on, when that is another one. */
  roomIsOn: AgendaItem | null
  open: (itemId: AgendaItemId) => void
}

/** A screen follows the room, unless its person looked elsewhere or is in the middle of a sentence. */
export function useOpenedItem(): OpenedItem {
  const meeting = useMeeting()
  const roomItemId = meeting.currentItemId
  /** Null follows the room. */
  const [own, setOwn] = useState<AgendaItemId | null>(null)
  const [seen, setSeen] = useState(roomItemId)
  if (roomItemId !== seen) {
    setSeen(roomItemId)
    if (own === null && seen !== null && isTyping()) setOwn(seen)
    else if (own === roomItemId) setOwn(null)
  }
  const itemOf = (id: AgendaItemId | null) => meeting.agenda.find((item) => item.id === id) ?? null
  const item = itemOf(own) ?? itemOf(roomItemId) ?? beforeTheStart(meeting)
  const roomIsOn = meeting.status === 'live' && item?.id !== roomItemId ? itemOf(roomItemId) : null
  return { item, roomIsOn, open: (itemId) => setOwn(itemId === roomItemId ? null : itemId) }
}

/** People come early to write; the timeline is where there is most to write. */
const beforeTheStart = ({ agenda }: Meeting): AgendaItem | null =>
  agenda.find(({ step }) => step === 'timeline') ?? agenda[0] ?? null

const isTyping = (): boolean => {
  const focused = document.activeElement
  return focused?.matches('textarea, input[type=text], [contenteditable=true]') ?? false
}
