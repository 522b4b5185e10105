import { createContext, useContext } from 'react'
import type { Attachment, AttachTarget } from '../../shared/content/attachments.ts'
import type { ValueStore } from './valueStore.ts'

/** Something that is on its way to the server, or did not get there. */
export type PendingAttachment = { id: string; target: AttachTarget; name: string } & (
  | { is: 'busy'; doing: string; cancel: () => void }
  | { is: 'failed'; problem: string; again: (() => void) | null; dismiss: () => void }
)

export type Attaching = {
  /** Asks what to attach to it. */
  ask: (target: AttachTarget) => void
  show: (attachment: Attachment) => void
  pending: ValueStore<readonly PendingAttachment[]>
}

export const AttachingContext = createContext<Attaching | null>(null)

/** Null outside of a room of people. */
export const useAttaching = (): Attaching | null => useContext(AttachingContext)
