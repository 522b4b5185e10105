import { deflateSync } from 'node:zlib'
import { noCircumstances } from '../../../shared/triage/facts.ts'
import { noFilters } from '../../../shared/wire/library.ts'
import { commandByType } from '../../harness/everyCommand.ts'

/** What a sample asks about: ids of things that are there, or of things that never were. */
export type Target = {
  postmortemId: string
  meetingId: string
  guestLinkId: string
  personId: string
  threadId: string
  commentId: string
  evidenceId: string
  fileId: string
  /** Of a guest link. */
  key: string
  number: string
}

type Sample = {
  /** What is sent along; several are asked one after the other. */
  bodies: unknown[]
  /** What whoever only watches hears; null where it is theirs to do. */
  observerHears: readonly (string | null)[] | null
}

const mayNot = ['mayNotChangeAccess']
const onlyReads = ['readsOnly']
const lists = { personIds: [], teamIds: [] }

/** Whatever tells or changes something of one postmortem: it names it in its path. */
export const aboutOne: Record<string, Sample> = {
  'GET /api/postmortems/:postmortemId': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/meeting.ics': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/report.md': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/access': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/checkpoints': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/checkpoints/:number': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/checkpoints/:number/writers': {
    bodies: [undefined],
    observerHears: null,
  },
  'GET /api/postmortems/:postmortemId/comments': { bodies: [undefined], observerHears: null },
  'POST /api/postmortems/:postmortemId/threads': {
    bodies: [
      {
        threadId: 'walked',
        commentId: 'walked',
        anchor: { on: 'card', id: 'walked' },
        quote: 'The pool was full',
        text: 'How do we know?',
        mentions: [],
      },
    ],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/threads/:threadId/replies': {
    bodies: [{ commentId: 'walked-on', text: 'By the log.', mentions: [] }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/threads/:threadId/resolve': {
    bodies: [{ isResolved: true }, { isResolved: false }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/comments/:commentId/edit': {
    bodies: [{ text: 'By the pool’s own log.', mentions: [] }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/comments/:commentId/delete': {
    bodies: [undefined],
    observerHears: onlyReads,
  },
  'GET /api/postmortems/:postmortemId/meetings': { bodies: [undefined], observerHears: null },
  'POST /api/postmortems/:postmortemId/meetings': {
    bodies: [{ stage: 'review' }, { stage: 'deepDive' }],
    observerHears: onlyReads,
  },
  'GET /api/postmortems/:postmortemId/invited': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/triage': { bodies: [undefined], observerHears: null },
  'POST /api/postmortems/:postmortemId/triage': {
    bodies: [
      { format: 'full', minutes: 60, reason: '' },
      { format: 'none', minutes: 30, reason: 'Not now.' },
    ],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/circumstances': {
    bodies: [{ fromNumber: 0, circumstances: { ...noCircumstances, signals: ['surprise'] } }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/join': {
    bodies: [{ asObserver: true }, { asObserver: false }],
    observerHears: null,
  },
  'POST /api/postmortems/:postmortemId/stage': { bodies: [undefined], observerHears: onlyReads },
  'POST /api/postmortems/:postmortemId/stage/close': { bodies: [undefined], observerHears: mayNot },
  'POST /api/postmortems/:postmortemId/checkpoints': {
    bodies: [
      { for: 'keeping', name: 'By hand' },
      { for: 'restoring', number: 1 },
    ],
    observerHears: onlyReads,
  },
  'GET /api/postmortems/:postmortemId/evidence': { bodies: [undefined], observerHears: null },
  'GET /api/postmortems/:postmortemId/evidence/:evidenceId/file': {
    bodies: [undefined],
    observerHears: ['noSuchEvidence'],
  },
  'POST /api/postmortems/:postmortemId/evidence': {
    bodies: [{ name: 'canary.txt', format: null, deflated: deflateSync('canary').toString('base64') }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/evidence/:evidenceId/taken': {
    bodies: [{ taken: [{ identity: 'canary', recordId: 'canary' }] }],
    observerHears: onlyReads,
  },
  'GET /api/postmortems/:postmortemId/files/:fileId': {
    bodies: [undefined],
    observerHears: ['noSuchFile'],
  },
  'POST /api/postmortems/:postmortemId/files': {
    bodies: [{ name: 'canary.txt', deflated: deflateSync('canary').toString('base64') }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/audience': {
    bodies: [
      { isRestricted: true, ...lists },
      { isRestricted: false, ...lists },
    ],
    observerHears: mayNot,
  },
  'POST /api/postmortems/:postmortemId/material': {
    bodies: [{ for: 'looking' }, { for: 'opening' }],
    observerHears: null,
  },
  'POST /api/postmortems/:postmortemId/material/send': {
    bodies: [
      {
        sendingId: 'walked',
        meetingId: 'walked',
        personIds: ['walked'],
        way: 'byHand',
        zone: 'Europe/Berlin',
      },
    ],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/sealed-answers': {
    bodies: [
      { for: 'looking', keys: [] },
      { for: 'reopening', keys: [], questionId: 'helped' },
      {
        for: 'sealing',
        keys: [],
        questionId: 'helped',
        key: 'k'.repeat(43),
        text: 'Luck',
        withoutName: true,
      },
    ],
    observerHears: [null, 'readsOnly'],
  },
  'POST /api/postmortems/:postmortemId/sealed-answers/privacy': {
    bodies: [{ questionIds: ['helped'], privacy: 'anonymous' }],
    observerHears: ['mayNotChoosePrivacy'],
  },
  'POST /api/postmortems/:postmortemId/sealed-answers/reveal': {
    bodies: [{ questionIds: ['helped'] }],
    observerHears: onlyReads,
  },
  'POST /api/postmortems/:postmortemId/guest-links': {
    bodies: [{ role: 'observer', hours: 1, hasLobby: false }],
    observerHears: mayNot,
  },
  'POST /api/postmortems/:postmortemId/guest-links/:guestLinkId/revoke': {
    bodies: [undefined],
    observerHears: mayNot,
  },
  'POST /api/postmortems/:postmortemId/guests/:personId/admit': {
    bodies: [undefined],
    observerHears: mayNot,
  },
  'POST /api/postmortems/:postmortemId/guests/:personId/revoke': {
    bodies: [undefined],
    observerHears: mayNot,
  },
  'POST /api/meetings/:meetingId/commands': {
    bodies: Object.values(commandByType).map((command) => ({ commandId: `walk-${command.type}`, command })),
    observerHears: ['notFacilitator', 'readsOnly', 'meetingIsLive'],
  },
  // By the key of a link that was revoked: whoever holds one that works is told who invites them.
  'GET /api/guest-links/:key': { bodies: [undefined], observerHears: ['noSuchGuestLink'] },
  'POST /api/guest-links/:key/enter': { bodies: [{ name: 'Walker' }], observerHears: ['noSuchGuestLink'] },
}

/** What shows the reader something of their own, or of many things at once. */
export const views = [
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /api/me',
  'GET /api/account',
  'GET /api/stage',
  'GET /api/postmortems',
  'POST /api/library',
  'GET /api/workspaces/:workspaceId',
  'GET /api/workspaces/:workspaceId/audit/:before',
  // The page is one file, whatever the address.
  'GET /{*address}',
]

/** What is sent along where a view is asked for with filters. */
export const viewBodies: Record<string, unknown> = {
  'POST /api/library': { ...noFilters, skip: 0 },
}

/** What changes people, sessions and workspaces: a postmortem is named neither in the path nor in the body. */
export const aboutNone = [
  'POST /api/me',
  'POST /api/setup',
  'POST /api/sign-in',
  'POST /api/sign-in/mail',
  'POST /api/sign-in/link',
  'POST /api/sign-out',
  'GET /api/single-sign-on',
  'GET /api/single-sign-on/return',
  'POST /api/account/password',
  'POST /api/account/end-other-sessions',
  'POST /api/account/sessions/:sessionId/end',
  'GET /api/invitations/:key',
  'POST /api/invitations/:key/accept',
  'POST /api/operator/sign-in-link',
  'POST /api/postmortems',
  'POST /api/postmortems/import',
  'POST /api/workspaces',
  'POST /api/workspaces/:workspaceId/name',
  'POST /api/workspaces/:workspaceId/invitations',
  'POST /api/workspaces/:workspaceId/invitations/:invitationId/withdraw',
  'POST /api/workspaces/:workspaceId/people/:personId/role',
  'POST /api/workspaces/:workspaceId/people/:personId/remove',
  'POST /api/workspaces/:workspaceId/people/:personId/sign-in-link',
  'POST /api/workspaces/:workspaceId/teams',
  'POST /api/workspaces/:workspaceId/teams/:teamId',
  'POST /api/workspaces/:workspaceId/teams/:teamId/remove',
]
