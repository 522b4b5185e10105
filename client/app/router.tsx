import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
} from '@tanstack/react-router'
import { type PostmortemId, postmortemId, workspaceId } from '../../shared/ids.ts'
import { readLibrarySearch } from '../features/postmortems/librarySearch.ts'
import { BrokenPage } from './BrokenPage.tsx'
import { HomePage } from './HomePage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { PersonGate } from './PersonGate.tsx'
import { WaitingPage } from './WaitingPage.tsx'

const root = createRootRoute()
const personRoute = createRoute({ getParentRoute: () => root, id: 'person', component: PersonGate })

/** What the list is narrowed to stands in its address, to be shared and gone back from. */
const homeRoute = createRoute({
  getParentRoute: () => personRoute,
  path: '/',
  validateSearch: readLibrarySearch,
  component: HomePage,
})
/** A new postmortem: facts in, recommendation out. */
const newRoute = createRoute({
  getParentRoute: () => personRoute,
  path: 'new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => personRoute,
  path: 'account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})
/** Without a workspace in the address, the first one. */
const peopleRoute = createRoute({
  getParentRoute: () => personRoute,
  path: 'people',
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
})
const workspaceRoute = createRoute({
  getParentRoute: () => personRoute,
  path: 'people/$workspaceId',
  beforeLoad: ({ params }) => {
    if (!workspaceId.safeParse(params.workspaceId).success) throw notFound()
  },
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
})
const auditRoute = createRoute({
  getParentRoute: () => personRoute,
  path: 'people/$workspaceId/audit',
  beforeLoad: ({ params }) => {
    if (!workspaceId.safeParse(params.workspaceId).success) throw notFound()
  },
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})

/** Owns the room, so that going from tab to tab does not leave it. */
export const postmortemRoute = createRoute({
  getParentRoute: () => personRoute,
  path: 'p/$postmortemId',
  beforeLoad: ({ params }) => {
    if (!postmortemId.safeParse(params.postmortemId).success) throw notFound()
  },
  component: lazyRouteComponent(() => import('./PostmortemPage.tsx'), 'PostmortemPage'),
})
const meetingRoute = createRoute({
  getParentRoute: () => postmortemRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./MeetingPage.tsx'), 'MeetingPage'),
})
const prepareRoute = createRoute({
  getParentRoute: () => postmortemRoute,
  path: 'prepare',
  component: lazyRouteComponent(() => import('./PreparePage.tsx'), 'PreparePage'),
})
const actionsRoute = createRoute({
  getParentRoute: () => postmortemRoute,
  path: 'actions',
  component: lazyRouteComponent(() => import('./ActionsPage.tsx'), 'ActionsPage'),
})
const reportRoute = createRoute({
  getParentRoute: () => postmortemRoute,
  path: 'report',
  component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => postmortemRoute,
  path: 'history',
  component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
})
const checkpointRoute = createRoute({
  getParentRoute: () => postmortemRoute,
  path: 'history/$number',
  beforeLoad: ({ params }) => {
    if (!/^[1-9]\d{0,8}$/.test(params.number)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
})

/** The shared screen has a key and no name. */
export const stageRoute = createRoute({
  getParentRoute: () => root,
  path: 'stage/$stageKey',
  component: lazyRouteComponent(() => import('./StagePage.tsx'), 'StagePage'),
})

/** What a link opens for whoever is not signed in yet. */
const setUpRoute = createRoute({
  getParentRoute: () => root,
  path: 'setup/$key',
  component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
})
const signInLinkRoute = createRoute({
  getParentRoute: () => root,
  path: 'sign-in/$key',
  component: lazyRouteComponent(() => import('./SignInLinkPage.tsx'), 'SignInLinkPage'),
})
const invitationRoute = createRoute({
  getParentRoute: () => root,
  path: 'invitation/$key',
  component: lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage'),
})
/** `visit` is the postmortem that a guest waits before. */
const guestRoute = createRoute({
  getParentRoute: () => root,
  path: 'guest/$key',
  validateSearch: ({ visit }: Record<string, unknown>): { visit?: PostmortemId } => {
    const parsed = postmortemId.safeParse(visit)
    return parsed.success ? { visit: parsed.data } : {}
  },
  component: lazyRouteComponent(() => import('./GuestPage.tsx'), 'GuestPage'),
})

const routeTree = root.addChildren([
  personRoute.addChildren([
    homeRoute,
    newRoute,
    accountRoute,
    peopleRoute,
    workspaceRoute,
    auditRoute,
    postmortemRoute.addChildren([
      meetingRoute,
      prepareRoute,
      actionsRoute,
      reportRoute,
      historyRoute,
      checkpointRoute,
    ]),
  ]),
  stageRoute,
  setUpRoute,
  signInLinkRoute,
  invitationRoute,
  guestRoute,
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: WaitingPage,
  defaultPendingMs: 300,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
