import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import type { GuestRole } from '../../../shared/wire/access.ts'
import { viewerZone } from '../../room/viewerZone.ts'

/** What a guest does in the meeting, alone. */
export const guestRoleNames: Record<GuestRole, string> = {
  participant: 'Takes part',
  commenter: 'Comments only',
  observer: 'Watches',
}

/** The same, said to the guest. */
export const guestRoleSentences: Record<GuestRole, string> = {
  participant: 'You come to take part: you read, write and raise your hand to speak.',
  commenter: 'You come to comment: you read along and raise your hand to speak. You write nothing yourself.',
  observer: 'You come to watch: you read along and change nothing.',
}

/** In this browser’s time. */
export const guestTimeInWords = (at: number): string =>
  momentWithDay({ at, precision: 'minute' }, viewerZone())
