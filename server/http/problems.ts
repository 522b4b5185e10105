import { type RefusalReason, refusalMessages } from '../../shared/meeting/refusals.ts'
import type { Problem } from '../../shared/wire/problem.ts'

/** Beside the meeting's own refusals: what can stand between a request and its answer. */
const sentences = {
  ...refusalMessages,
  oldProtocol: 'Candor has been updated. What you wrote is kept. Reload this page, then try again.',
  foreignOrigin: 'This request came from another site and was not carried out.',
  foreignHost:
    'Candor does not answer under this name. Whoever runs it can set PUBLIC_URL to the address people open.',
  tooLarge: 'This is larger than Candor accepts. Nothing was changed.',
  tooManyAttempts:
    'That was too many tries in a short time. Nothing was changed. Wait a little, then try again.',
  malformedFile:
    'This is not an incident file Candor can read. Nothing was created, and the file is unchanged.',
  noSuchStage:
    'This link to the shared screen is not valid. Ask the facilitator to open the shared screen again.',
  mayNotChangeAccess:
    'Whoever facilitates the meeting, made the postmortem or runs the workspace says who may read it. Nothing was changed.',
  reasonNeeded:
    'Say in a sentence why this is reviewed in another way than suggested. Nothing was changed. The reason is kept with it.',
  mayNotChooseFormat:
    'Colleagues of the workspace decide how it is reviewed. Nothing was changed. Tell them what you know.',
  circumstancesMovedOn:
    'Somebody else has just said something else about it. Nothing of yours was taken over. Look at what stands there now, then change it.',
  noSuchColleague:
    'Somebody you chose does not belong to this workspace any more, or a team is gone. Nothing was changed. Look at the list again, then choose.',
  noSuchGuestLink:
    'This guest link lets nobody in: it has expired, was revoked, or is incomplete. Ask whoever sent it for another one.',
  noSuchGuest: 'There is no such guest here. The list shows who there is.',
  guestLinkIsOver:
    'The link this guest came by has expired or was revoked. Nobody was let in. Make another link and send it to them.',
  noSuchEvidence: 'There is no such evidence. The list shows what there is.',
  evidenceDamaged:
    'This evidence is damaged and cannot be read. What was taken from it into the timeline is untouched. Ask whoever brought it to add it again.',
  evidenceIsFull:
    'This postmortem holds as much evidence as it takes. Nothing was added. Bring only the part that tells of the incident.',
  noSuchFile: 'There is no such file here. What is written is untouched.',
  fileDamaged:
    'This file is damaged and cannot be read. Everything else is untouched. Ask whoever attached it to do so again.',
  brokenImage:
    'This picture is cut off or is no picture. Nothing was attached. Open it, save it anew, then attach that.',
  imageTooLarge:
    'This picture has more points than Candor accepts. Nothing was attached. Cut out the part that shows it, then attach that.',
  imageTellsMore:
    'This picture carries notes of a camera or program, perhaps of a place. Nothing was attached. Save it without them, then attach that.',
  noPrograms:
    'Candor keeps no programs. Nothing was attached. Attach what it wrote instead, or a link to where it is.',
  attachmentsAreFull:
    'This postmortem holds as many attached files as it takes. Nothing was attached. Attach a link to it instead.',
  noSuchCheckpoint: 'There is no such checkpoint. The list shows the ones there are.',
  checkpointDamaged:
    'This checkpoint is damaged and cannot be read. The others still open, and what is in the meeting now is untouched.',
  restoreUnderWay:
    'Somebody else is going back to a checkpoint right now. Nothing of yours was changed. Look at the result in a moment, then decide.',
  historyIsFull:
    'This postmortem has 500 checkpoints saved by hand, and takes no more. The meeting goes on making its own.',
  answersAreOpen:
    'These answers are open already, so nothing more is sealed with them. What you wrote stays on this device. Say it in the meeting, or add it as a card.',
  answersAreFull:
    'This question has as many sealed answers as it takes. Yours stays on this device. Bring it to the meeting.',
  onlyMorePrivate: 'What was asked with less of a name can only become more private. Nothing was changed.',
  mayNotChoosePrivacy:
    'Whoever facilitates the meeting or made the postmortem chooses how answers are named. Nothing was changed.',
  answersLocked:
    'The key that opens these answers is not here. Nothing was opened and nothing is lost. Ask whoever runs Candor to put sealed-answers.key back into its data folder, then try again.',
  noStartPlanned: 'No time is chosen for this meeting, so there is nothing to put into a calendar.',
  materialIsThere: 'Everybody you chose has the material already. Nothing was sent.',
  noMailForMaterial:
    'This Candor cannot send e-mail. Nothing was sent. Pass the link on by yourself, then say here that you did.',
  noSuchThread:
    'This thread of comments is not there any more. Nothing was changed. The list shows the ones there are.',
  noSuchComment: 'This comment was deleted, or is not yours. Nothing was changed.',
  commentsAreFull:
    'This postmortem has 2,000 comments, and takes no more. Nothing was lost. Delete some of yours, then write on.',
  noSuchSetup:
    'This link sets nothing up any more. If this Candor has an owner, sign in; if not, its terminal shows a newer link at each start.',
  wrongSignIn:
    'E-mail and password do not belong together. Nothing was changed. Try again, or ask an administrator of your workspace for a sign-in link.',
  noMail: 'This Candor cannot send e-mail. Ask an administrator of your workspace for a sign-in link.',
  noSuchSignInLink: 'This link was used already, or is too old. Ask for another one.',
  wrongPassword: 'This is not the password you have now. Nothing was changed.',
  noSuchSession: 'This session has ended already.',
  noSuchInvitation:
    'This invitation was used already, withdrawn, or is too old. Ask whoever invited you for another one.',
  invitationIsForAnother:
    'This invitation is for another e-mail address than the one you are signed in with. Nothing was changed. Sign out first, or ask for one to your address.',
  signInFirst: 'Somebody with this e-mail address has an account here. If it is you, sign in, then accept.',
  onlyColleagues:
    'This is for colleagues of the workspace. As a guest you take part in the meeting you were invited to.',
  mayNot: 'Your role in this workspace does not allow this. Nothing was changed. Its owners can.',
  noSuchTeam: 'This team was removed meanwhile. Nothing was changed. The list shows the ones there are.',
  noOpenInvitation:
    'This invitation is not open any more: it was accepted, withdrawn, or is too old. Nothing was changed.',
  alreadyColleague:
    'Somebody with this e-mail address belongs to the workspace already. Nobody was invited. Look for them in the list.',
  lastOwner:
    'A workspace needs an owner, and this is its only one. Nothing was changed. Make somebody else an owner first.',
  belongsElsewhereToo:
    'This person also belongs to a workspace you do not look after, and a sign-in link would open that one too. No link was made. Whoever runs Candor can make one on its command line: candor sign-in-link.',
  noSuchAccount:
    'Nobody here has this e-mail address. No link was made. Look at the spelling, then try again.',
  noSuchWorkspace: 'This workspace does not exist, or you do not belong to it.',
  noSuchAddress: 'There is nothing at this address.',
  notStorable:
    'The server cannot use its storage right now. Nothing was changed. Try again in a moment; what you write in a meeting is kept meanwhile.',
  serverFault:
    'Something went wrong on the server. What was saved is still saved. Try again; if it stays, tell whoever runs Candor and quote {requestId}.',
} as const

export type ProblemReason = keyof typeof sentences

const statuses: Partial<Record<ProblemReason, number>> = {
  malformedRequest: 400,
  malformedFile: 400,
  reasonNeeded: 400,
  mayNotChooseFormat: 403,
  notSignedIn: 401,
  foreignOrigin: 403,
  facilitatorIsHere: 403,
  foreignHost: 421,
  noSuchMeeting: 404,
  noSuchStage: 404,
  mayNotChangeAccess: 403,
  noSuchGuestLink: 404,
  noSuchGuest: 404,
  noSuchCheckpoint: 404,
  noSuchEvidence: 404,
  noSuchFile: 404,
  brokenImage: 400,
  imageTooLarge: 400,
  imageTellsMore: 400,
  noPrograms: 400,
  mayNotChoosePrivacy: 403,
  noSuchThread: 404,
  noSuchComment: 404,
  noSuchAddress: 404,
  noSuchSetup: 404,
  noSuchSignInLink: 404,
  noSuchSession: 404,
  noSuchInvitation: 404,
  noSuchWorkspace: 404,
  noSuchTeam: 404,
  noOpenInvitation: 404,
  noSuchAccount: 404,
  wrongSignIn: 401,
  onlyColleagues: 403,
  mayNot: 403,
  tooLarge: 413,
  tooManyAttempts: 429,
  serverFault: 500,
  notStorable: 503,
} satisfies Partial<Record<ProblemReason | RefusalReason, number>>

/** A no to a request: its name, where in the request or file it lies, and when to ask again. */
export type Refused = {
  reason: ProblemReason
  details?: NonNullable<Problem['details']>
  retryAfterSeconds?: number
}

/** `requestId` finds the request in the server's log. */
export const problemOf = ({ reason, details }: Refused, requestId: string): Problem => ({
  reason,
  sentence: sentences[reason].replace('{requestId}', requestId),
  ...(details && { details }),
})

/** What the meeting refuses is a conflict with how things stand now. */
export const statusOf = (reason: ProblemReason): number => statuses[reason] ?? 409
