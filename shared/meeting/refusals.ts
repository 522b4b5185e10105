/** Every named no, with the sentence a person reads. */
export const refusalMessages = {
  malformedRequest: 'This page sent something the server does not understand. Reload it and try again.',
  /** As true for whoever may not read it as for an address that nothing is at. */
  noSuchMeeting: 'This postmortem does not exist, or you do not have access to it.',
  notSignedIn: 'Sign in first, then try again.',
  notAMember: 'Join the meeting first.',
  readsOnly: 'You are watching this meeting. Ask the facilitator if you want to take part.',
  editorNotNamed:
    'This program did not say which shape of content it knows, so it only reads. Connect with “editor” set to this server’s number to write.',
  documentFull:
    'This document is full, and the last addition was not taken over. Nothing written before is lost, and you can still delete. Make room, then write on.',
  notFacilitator: 'Only the facilitator can do this.',
  notYours: 'Only the person concerned or the facilitator can do this.',
  meetingNotStarted: 'The meeting has not started yet.',
  meetingAlreadyStarted: 'The meeting has already started.',
  meetingEnded: 'The meeting has ended. The facilitator can reopen it.',
  meetingNotEnded: 'The meeting is still open.',
  anotherMeetingPlanned:
    'Another meeting was planned since, and this one stays as it is. Reload the page to see it.',
  startHasPassed: 'This time has passed already. Choose a later one.',
  startTooFar: 'A meeting is planned up to a year ahead. Look at the year once more.',
  startUnchanged: 'The meeting is planned for this time already.',
  startMovedOn: 'Somebody else has changed the time meanwhile. Look at it before you change it again.',
  agendaIsEmpty: 'There is nothing on the agenda to start with.',
  agendaMovedOn: 'The agenda has already moved on.',
  agendaItemExists: 'This agenda item is already there.',
  agendaIsFull: 'An agenda holds up to 40 items.',
  noSuchAgendaItem: 'This agenda item is no longer there.',
  lastAgendaItem: 'This is the last agenda item. End the meeting instead.',
  firstAgendaItem: 'This is the first agenda item.',
  currentAgendaItem: 'The room is on this item now. Go to the next one instead.',
  alreadyPaused: 'The clock is already paused.',
  alreadyRunning: 'The clock is already running.',
  extendedEnough: 'This item has already been given four more hours.',
  noHandRaised: 'This hand is already down.',
  alreadyHasFloor: 'This person already has the floor.',
  floorMovedOn: 'The floor has already moved on.',
  mayNotSpeak: 'This person is watching and does not take turns.',
  goRoundUnderWay: 'A go-round is already under way.',
  noGoRound: 'There is no go-round right now.',
  noSuchPerson: 'This person has not joined the meeting.',
  facilitatorMustHandOver: 'The meeting needs a facilitator. Hand the role over instead.',
  alreadyFacilitator: 'This person is already the facilitator.',
  facilitatorIsHere: 'The facilitator is here. Ask them to hand over.',
  facilitatorJustLeft:
    'The facilitator lost the connection a moment ago. The clock keeps running; give them a little longer.',
  facilitatorChanged: 'Someone else facilitates by now.',
  nothingToTakeBack: 'The role is settled by now. The facilitator can hand it over to you.',
} as const

export type RefusalReason = keyof typeof refusalMessages
