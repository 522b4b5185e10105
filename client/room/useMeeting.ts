import {
  type Capability,
  can,
  mayEditContent,
  roleOf,
  type SeatedRole,
} from '../../shared/meeting/capabilities.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

/** The meeting as the server last pushed it. */
export const useMeeting = (): Meeting => useValue(useRoom().snapshot).meeting

export const useMyRole = (): SeatedRole | null => roleOf(useMeeting(), useRoom().viewer)

/** Whether to offer something. The server decides the same by the same table when it is asked. */
export const useCan = (capability: Capability): boolean => can(useMyRole(), capability)

export const useMayEdit = (): boolean => mayEditContent(useMeeting(), useRoom().viewer)
