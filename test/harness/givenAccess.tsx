import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { newQueryClient } from '../../client/app/newQueryClient.ts'
import type { Access } from '../../client/room/useAccess.ts'
import type { Guest } from '../../shared/wire/access.ts'
import { asPerson } from '../shared/ids.ts'
import { type Asked, givenServer } from './givenPage.tsx'
import { type HandmadeRoom, InRoom } from './givenRoom.tsx'

/** What the server says to whoever may change who reads and who comes in, as far as nothing else is said. */
export const accessOf = (said: Partial<Access> = {}): Access => ({
  audience: { isRestricted: false, personIds: [], teamIds: [] },
  mayChange: true,
  people: [],
  teams: [],
  guestLinks: [],
  guests: [],
  sharedScreens: 0,
  ...said,
})

export const guestOf = (name: string, state: Guest['state'] = 'waiting'): Guest => ({
  personId: asPerson(name.toLowerCase()),
  name,
  role: 'participant',
  state,
  expiresAt: Date.parse('2026-03-13T14:00:00Z'),
})

export type GivenAccess = {
  /** Every request, the looks as well. */
  asked: readonly Asked[]
  looks: () => number
  /** What was asked for, in order. */
  changes: () => readonly Asked[]
  /** From now on the server says this. */
  say: (access: Access) => void
}

/** A server that tells `access` and takes every change; with `answer`, answers it so. */
export function givenAccess(
  access: Access,
  answer: (asked: Asked) => { status?: number; body: unknown } = () => ({ body: {} }),
): GivenAccess {
  let said = access
  const asked = givenServer((request) =>
    request.path === '/api/postmortems/p1/access' ? { body: said } : answer(request),
  )
  return {
    asked,
    looks: () => asked.filter(({ path }) => path === '/api/postmortems/p1/access').length,
    changes: () => asked.filter(({ method }) => method === 'POST'),
    say: (access) => {
      said = access
    },
  }
}

export const showInRoom = (room: HandmadeRoom, page: ReactNode) =>
  render(
    <QueryClientProvider client={newQueryClient()}>
      <InRoom room={room}>{page}</InRoom>
    </QueryClientProvider>,
  )
