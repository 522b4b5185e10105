import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectedEnd } from '../../shared/meeting/agenda.ts'
import { asItem } from './ids.ts'
import { advance, current, goBack, liveMeeting, minutes, openMeeting } from './openMeeting.ts'

test('an hour that starts at ten ends at eleven, and every pause moves that on', () => {
  const room = liveMeeting()
  expect(projectedEnd(room.sees(), room.now())).toBe(room.now() + minutes(60))
  room.send('fay', { type: 'pauseTimebox', itemId: current(room) })
  room.wait(minutes(5))
  expect(projectedEnd(room.sees(), room.now())).toBe(room.now() + minutes(60))
})

test('while no clock runs there is no projected end', () => {
  const room = openMeeting()
  expect(projectedEnd(room.sees(), room.now())).toBeNull()
  const ended = liveMeeting()
  ended.send('fay', { type: 'endMeeting' })
  expect(projectedEnd(ended.sees(), ended.now())).toBeNull()
})

/** One press of the facilitator; the number says how long it takes, or which item. */
const step = fc.tuple(
  fc.constantFrom('wait', 'advance', 'goBack', 'pause', 'resume', 'extend', 'skip', 'restore'),
  fc.nat({ max: 7 }),
)

test('the projected end is now and what every item ahead has left, an overrun counting as nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (script) => {
      const room = liveMeeting()
      /** Minutes used by item, counted here by hand and not by the meeting. */
      const used = new Map<string, number>()
      for (const [what, number] of script) {
        const itemId = current(room)
        const other = room.sees().agenda[number]?.id ?? asItem('none')
        if (what === 'wait') {
          if (room.sees().timebox.state === 'running') used.set(itemId, (used.get(itemId) ?? 0) + number)
          room.wait(minutes(number))
        } else if (what === 'advance') room.send('fay', advance(room))
        else if (what === 'goBack') room.send('fay', goBack(room))
        else if (what === 'pause') room.send('fay', { type: 'pauseTimebox', itemId })
        else if (what === 'resume') room.send('fay', { type: 'resumeTimebox', itemId })
        else if (what === 'extend') room.send('fay', { type: 'extendTimebox', itemId, minutes: number + 1 })
        else if (what === 'skip') room.send('fay', { type: 'skipAgendaItem', itemId: other })
        else room.send('fay', { type: 'restoreAgendaItem', itemId: other })
      }
      const { agenda } = room.sees()
      const from = agenda.findIndex((item) => item.id === current(room))
      const left = agenda.map((item, position) =>
        position < from || item.skipped
          ? 0
          : Math.max(0, item.plannedMinutes + item.extendedMinutes - (used.get(item.id) ?? 0)),
      )
      const sum = left.reduce((total, count) => total + count, 0)
      expect(projectedEnd(room.sees(), room.now())).toBe(room.now() + minutes(sum))
    }),
    { numRuns: 200 },
  )
})
