import type { AgendaItemId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import { agendaFromTemplate, currentItem, newAgendaItem, nextItem, previousItem } from './agenda.ts'
import type { MeetingCommand } from './commands.ts'
import type { Decision } from './decide.ts'
import type { Meeting } from './meeting.ts'

type AgendaCommand = Extract<
  MeetingCommand,
  {
    type:
      | 'chooseAgenda'
      | 'addAgendaItem'
      | 'moveAgendaItem'
      | 'skipAgendaItem'
      | 'restoreAgendaItem'
      | 'startMeeting'
      | 'endMeeting'
      | 'reopenMeeting'
      | 'advanceAgenda'
      | 'goBackAgenda'
      | 'pauseTimebox'
      | 'resumeTimebox'
      | 'extendTimebox'
  }
>

const MOST_AGENDA_ITEMS = 40
const MOST_EXTENDED_MINUTES = 240

export function decideAgenda(meeting: Meeting, command: AgendaCommand): Decision {
  const has = (id: AgendaItemId | null) => id === null || meeting.agenda.some((item) => item.id === id)

  switch (command.type) {
    case 'chooseAgenda':
      if (meeting.status !== 'scheduled') return refuse('meetingAlreadyStarted')
      return ok([
        { type: 'agendaChosen', template: command.template, agenda: agendaFromTemplate(command.template) },
      ])
    case 'addAgendaItem': {
      const { itemId: id, title, plannedMinutes, afterItemId } = command
      if (has(id)) return refuse('agendaItemExists')
      if (!has(afterItemId)) return refuse('noSuchAgendaItem')
      if (meeting.agenda.length >= MOST_AGENDA_ITEMS) return refuse('agendaIsFull')
      const item = newAgendaItem({ id, step: null, title, plannedMinutes })
      return ok([{ type: 'agendaItemAdded', item, afterItemId }])
    }
    case 'moveAgendaItem': {
      const { itemId, afterItemId } = command
      if (!has(itemId) || !has(afterItemId) || itemId === afterItemId) return refuse('noSuchAgendaItem')
      return ok([{ type: 'agendaItemMoved', itemId, afterItemId }])
    }
    case 'skipAgendaItem':
      if (!has(command.itemId)) return refuse('noSuchAgendaItem')
      if (meeting.currentItemId === command.itemId) return refuse('currentAgendaItem')
      return ok([{ type: 'agendaItemSkipped', itemId: command.itemId }])
    case 'restoreAgendaItem':
      if (!has(command.itemId)) return refuse('noSuchAgendaItem')
      return ok([{ type: 'agendaItemRestored', itemId: command.itemId }])
    case 'startMeeting': {
      if (meeting.status === 'live') return refuse('meetingAlreadyStarted')
      const first = meeting.agenda.find((item) => !item.skipped)
      return first ? ok([{ type: 'meetingStarted', itemId: first.id }]) : refuse('agendaIsEmpty')
    }
    case 'endMeeting':
      return meeting.status === 'live' ? ok([{ type: 'meetingEnded' }]) : refuse('meetingNotStarted')
    case 'reopenMeeting':
      return meeting.status === 'ended' ? ok([{ type: 'meetingReopened' }]) : refuse('meetingNotEnded')
    case 'advanceAgenda':
    case 'goBackAgenda':
    case 'pauseTimebox':
    case 'resumeTimebox':
    case 'extendTimebox':
      return decideOnCurrentItem(meeting, command)
  }
}

type CurrentItemCommand = Extract<
  AgendaCommand,
  { type: 'advanceAgenda' | 'goBackAgenda' | 'pauseTimebox' | 'resumeTimebox' | 'extendTimebox' }
>

/** Each of these names the item its sender saw, so a late or doubled press meets a refusal and not the next item. */
function decideOnCurrentItem(meeting: Meeting, command: CurrentItemCommand): Decision {
  if (meeting.status !== 'live') return refuse('meetingNotStarted')
  const current = currentItem(meeting)
  const itemSeen = 'fromItemId' in command ? command.fromItemId : command.itemId
  if (!current || current.id !== itemSeen) return refuse('agendaMovedOn')

  switch (command.type) {
    case 'advanceAgenda': {
      const next = nextItem(meeting)
      if (!next) return refuse('lastAgendaItem')
      return ok([{ type: 'agendaAdvanced', fromItemId: current.id, toItemId: next.id }])
    }
    case 'goBackAgenda': {
      const previous = previousItem(meeting)
      if (!previous) return refuse('firstAgendaItem')
      return ok([{ type: 'agendaWentBack', fromItemId: current.id, toItemId: previous.id }])
    }
    case 'pauseTimebox':
      return meeting.timebox.state === 'running' ? ok([{ type: 'timeboxPaused' }]) : refuse('alreadyPaused')
    case 'resumeTimebox':
      return meeting.timebox.state === 'paused' ? ok([{ type: 'timeboxResumed' }]) : refuse('alreadyRunning')
    case 'extendTimebox':
      if (current.extendedMinutes + command.minutes > MOST_EXTENDED_MINUTES) return refuse('extendedEnough')
      return ok([{ type: 'timeboxExtended', itemId: current.id, minutes: command.minutes }])
  }
}
