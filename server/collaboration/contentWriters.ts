import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { ContentWriter } from './contentRows.ts'

export type ContentWriters = {
  known: (postmortemId: PostmortemId, stored: readonly { clientId: number; personId: PersonId }[]) => void
  /** Whether these new changes may come from this person. Typing claims its client id. */
  mayWrite: (
    postmortemId: PostmortemId,
    personId: PersonId,
    clientIds: readonly number[],
    kind: 'typing' | 'catchingUp',
  ) => boolean
  /** Whether none of these is known to be somebody else's. */
  mayBeBy: (postmortemId: PostmortemId, personId: PersonId, clientIds: readonly number[]) => boolean
  /** This person's typing was applied with all that came before it: from here on nobody can know more of it. */
  typed: (postmortemId: PostmortemId, personId: PersonId, clientId: number) => void
}

type Owner = { personId: PersonId; isTyping: boolean }

/**
 * Every page writes under a Yjs client id of its own. Changes under somebody else's would make that person's next
 * changes vanish for everyone, silently.
 *
 * One honest page does bring changes of others: after a crash, what had been shown to it and was not yet on disk. So
 * whoever catches up may bring changes under an id whose owner has not typed since this process started, or only after
 * a gap that is still open; typing under it stays its owner's alone.
 */
export function createContentWriters(claim: (writer: ContentWriter) => void): ContentWriters {
  const ownersByDocument = new Map<PostmortemId, Map<number, Owner>>()
  const ownersOf = (postmortemId: PostmortemId) => {
    const owners = ownersByDocument.get(postmortemId) ?? new Map<number, Owner>()
    ownersByDocument.set(postmortemId, owners)
    return owners
  }
  return {
    known: (postmortemId, stored) => {
      const owners = ownersOf(postmortemId)
      for (const { clientId, personId } of stored) {
        if (!owners.has(clientId)) owners.set(clientId, { personId, isTyping: false })
      }
    },
    mayWrite: (postmortemId, personId, clientIds, kind) => {
      const owners = ownersOf(postmortemId)
      // A single id: a page that loads what it had kept offline sends a message with many.
      if (kind === 'typing' && clientIds.length === 1) {
        const clientId = clientIds[0] ?? 0
        const owner = owners.get(clientId)
        if (owner) return owner.personId === personId
        claim({ postmortemId, clientId, personId })
        owners.set(clientId, { personId, isTyping: false })
        return true
      }
      return clientIds.every((clientId) => {
        const owner = owners.get(clientId)
        return !owner?.isTyping || owner.personId === personId
      })
    },
    mayBeBy: (postmortemId, personId, clientIds) => {
      const owners = ownersOf(postmortemId)
      return clientIds.every((clientId) => (owners.get(clientId)?.personId ?? personId) === personId)
    },
    typed: (postmortemId, personId, clientId) => {
      const owner = ownersOf(postmortemId).get(clientId)
      if (owner?.personId === personId) owner.isTyping = true
    },
  }
}
