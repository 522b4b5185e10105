import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { asItem, asPerson } from '../shared/ids.ts'

const itemId = asItem('tone')
const sam = asPerson('sam')

/** Each is one that the facilitator of a live meeting may send; a new command does not compile without one here. */
export const commandByType: {
  [Type in MeetingCommand['type']]: Extract<MeetingCommand, { type: Type }>
} = {
  chooseAgenda: { type: 'chooseAgenda', template: '60' },
  addAgendaItem: {
    type: 'addAgendaItem',
    itemId: asItem('new'),
    title: 'New',
    plannedMinutes: 5,
    afterItemId: null,
  },
  moveAgendaItem: { type: 'moveAgendaItem', itemId, afterItemId: null },
  skipAgendaItem: { type: 'skipAgendaItem', itemId: asItem('close') },
  restoreAgendaItem: { type: 'restoreAgendaItem', itemId },
  scheduleMeeting: { type: 'scheduleMeeting', startsAt: null, startsAtSeen: 0 },
  startMeeting: { type: 'startMeeting' },
  endMeeting: { type: 'endMeeting' },
  reopenMeeting: { type: 'reopenMeeting' },
  advanceAgenda: { type: 'advanceAgenda', fromItemId: itemId },
  goBackAgenda: { type: 'goBackAgenda', fromItemId: itemId },
  pauseTimebox: { type: 'pauseTimebox', itemId },
  resumeTimebox: { type: 'resumeTimebox', itemId },
  extendTimebox: { type: 'extendTimebox', itemId, minutes: 5 },
  raiseHand: { type: 'raiseHand', kind: 'respond', note: '' },
  lowerHand: { type: 'lowerHand', personId: sam },
  grantFloor: { type: 'grantFloor', personId: sam, holderSeen: null },
  yieldFloor: { type: 'yieldFloor', holderSeen: sam },
  startGoRound: { type: 'startGoRound', order: [sam] },
  passTurn: { type: 'passTurn', holderSeen: sam },
  endGoRound: { type: 'endGoRound' },
  assignRole: { type: 'assignRole', personId: sam, role: 'notetaker' },
  handOverFacilitation: { type: 'handOverFacilitation', toPersonId: sam },
  takeOverFacilitation: { type: 'takeOverFacilitation', fromPersonId: asPerson('fay') },
  takeBackFacilitation: { type: 'takeBackFacilitation' },
  setPrompt: { type: 'setPrompt', prompt: 'What else?' },
  setHorizon: { type: 'setHorizon', horizonAt: 0 },
  setReady: { type: 'setReady', itemId, ready: true },
}
