import { DatabaseSync } from 'node:sqlite'
import { databasePathIn } from '../../server/dataDir.ts'
import { newId } from '../../server/newId.ts'
import { addAccount } from '../../server/people/accountRows.ts'
import { addPerson } from '../../server/people/peopleRows.ts'
import { newSecretKey } from '../../server/people/secretKey.ts'
import { addSession } from '../../server/people/sessionRows.ts'
import { inTransaction } from '../../server/storage/inTransaction.ts'
import { firstWorkspace, setMembership } from '../../server/workspaces/workspaceRows.ts'
import type { PersonId } from '../../shared/ids.ts'

/** By address: the session cookie of the owner, or how to come by it. */
const owners = new Map<string, string | (() => string)>()

/** For whoever starts a server here: the first to sign in there is let in by an owner, who is made when needed. */
export function ownIn(address: string, dataDir: string): void {
  owners.set(address, () => {
    using database = new DatabaseSync(databasePathIn(dataDir), { timeout: 10_000 })
    return foundOwner(database)
  })
}

/** For a process that asks a server another one started. */
export function ownWith(address: string, cookie: string): void {
  owners.set(address, cookie)
}

export function ownerCookieAt(address: string): string {
  const owner = owners.get(address)
  if (owner === undefined) throw new Error(`Nobody here started the server at ${address}.`)
  const cookie = typeof owner === 'string' ? owner : owner()
  owners.set(address, cookie)
  return cookie
}

/** The cookie of an owner without a password: hashing one for every server would take a quarter of a second each. */
export function foundOwner(database: DatabaseSync): string {
  const [personId, token, at] = [newId<PersonId>(), newSecretKey(), Date.now()]
  inTransaction(database, () => {
    addPerson(database, { personId, name: 'Olga Owner' }, at)
    addAccount(database, { personId, email: `owner-${personId}@example.org`, passwordHash: null })
    setMembership(database, { workspaceId: firstWorkspace(database), personId, role: 'owner', at })
    addSession(database, { token, sessionId: newId(), personId, at, browser: '' })
  })
  return `candor_session=${token}`
}
