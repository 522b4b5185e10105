import { refusalMessages } from '../meeting/refusals.ts'

/** Why the server hung up. 4000 to 4999 are the application's own codes. */
export const closeCodes = {
  notSignedIn: { code: 4401, reason: 'Sign in first.' },
  someoneElse: { code: 4403, reason: 'Someone else is signed in in this browser now.' },
  noSuchMeeting: { code: 4404, reason: refusalMessages.noSuchMeeting },
  oldProtocol: { code: 4406, reason: 'Candor has been updated. Reload this page.' },
  accessChanged: { code: 4409, reason: 'What you may do here has changed.' },
  malformedMessage: { code: 4422, reason: 'This page sent something the server does not understand.' },
  tooMuch: { code: 4429, reason: 'This page sent more than the server accepts.' },
  storageAway: { code: 4500, reason: 'The server cannot use its storage right now.' },
  comeAgain: { code: 4509, reason: 'What you may do here has changed. Connect again.' },
  shuttingDown: { code: 4503, reason: 'The server is restarting.' },
} as const

export type CloseReason = keyof typeof closeCodes
