import type { Membership, WhoAmI } from '../../shared/wire/people.ts'
import { asPerson, asWorkspace } from '../shared/ids.ts'

export const workspaceOf = (name: string, role: Membership['role'] = 'member'): Membership => ({
  workspaceId: asWorkspace(name.toLowerCase()),
  name,
  role,
})

/** What the server says about someone who is signed in and belongs to the workspace Payments, as far as nothing else is said. */
export const accountOf = (name: string, said: Partial<WhoAmI> = {}): WhoAmI => ({
  person: { personId: asPerson(name.toLowerCase()), name },
  workspaces: [workspaceOf('Payments')],
  visits: [],
  waysIn: { hasOwner: true, byMail: false, bySingleSignOn: null },
  ...said,
})

/** And about somebody who is not signed in. */
export const accountOfNobody = (waysIn: Partial<WhoAmI['waysIn']> = {}): WhoAmI => ({
  person: null,
  workspaces: [],
  visits: [],
  waysIn: { hasOwner: true, byMail: false, bySingleSignOn: null, ...waysIn },
})
