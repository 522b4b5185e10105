import { expect, test } from 'vitest'
import { type AgendaTemplate, agendaTemplates, meetingSteps } from '../../shared/guide/agendaTemplates.ts'
import { agendaFromTemplate, plannedMinutesOf } from '../../shared/meeting/agenda.ts'
import { emptyMeeting } from '../../shared/meeting/meeting.ts'

test.each<[AgendaTemplate, number]>([
  ['30', 30],
  ['60', 60],
  ['60-learning', 60],
  ['90', 90],
  ['120', 120],
  ['initial', 25],
])('the agenda %s plans exactly %i minutes', (template, planned) => {
  const agenda = agendaFromTemplate(template)
  expect(plannedMinutesOf({ ...emptyMeeting, agenda })).toBe(planned)
  expect(agendaTemplates[template].minutes).toHaveLength(meetingSteps.length)
  expect(agenda.every((item) => item.plannedMinutes > 0 && item.title !== '')).toBe(true)
})

test('a step without minutes is left out, and the others keep their order', () => {
  expect(agendaFromTemplate('60-learning').map((item) => item.step)).toEqual(
    meetingSteps.filter((step) => step !== 'madeItHard'),
  )
})

test('the same template gives the same items on every server', () => {
  expect(agendaFromTemplate('90')).toEqual(agendaFromTemplate('90'))
  expect(new Set(agendaFromTemplate('90').map((item) => item.id)).size).toBe(8)
})
