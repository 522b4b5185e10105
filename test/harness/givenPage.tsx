import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { newQueryClient } from '../../client/app/newQueryClient.ts'

export type Asked = { method: string; path: string; body: unknown }
type Answers = (asked: Asked) => { status?: number; body: unknown }

/** Stands in for the server: answers every request by `answers` and keeps what was asked. */
export function givenServer(answers: Answers): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    const request = { method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined }
    asked.push(request)
    const { status = 200, body: answer } = answers(request)
    return new Response(JSON.stringify(answer), { status })
  })
  return asked
}

/**
 * Shows a page at every address but `/p/…`, where a stand-in for the room is, inside `frame`. A page that reads its own
 * address needs its `path` as the router has it. Answers where the browser is now.
 */
export function showPage(page: ReactNode, { at = '/', frame = <Outlet />, path = '$' } = {}): () => string {
  const root = createRootRoute({ component: () => frame })
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => page })
  const room = createRoute({
    getParentRoute: () => root,
    path: 'p/$postmortemId',
    component: () => <main>This is the room.</main>,
  })
  const elsewhere = createRoute({ getParentRoute: () => root, path, component: () => page })
  const history = createMemoryHistory({ initialEntries: [at] })
  const router = createRouter({ routeTree: root.addChildren([home, room, elsewhere]), history })
  render(
    <QueryClientProvider client={newQueryClient()}>
      {/* The types know the product's router only; this one has the same addresses. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  )
  return () => router.state.location.pathname
}
