import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile } from '../../shared/calendar/calendarFile.ts'
import { unfolded } from './unfolded.ts'

const entry = {
  uid: 'm1',
  sequence: 4,
  writtenAt: Date.UTC(2026, 2, 10, 10),
  startsAt: Date.UTC(2026, 2, 29, 12),
  endsAt: Date.UTC(2026, 2, 29, 13, 30),
  title: 'Review: Checkout slowed',
  description: 'https://candor.example.org/p/p1\n\nPrepare first.',
  link: 'https://candor.example.org/p/p1',
}

test('a meeting is written as calendars read it', () => {
  expect(calendarFile(entry)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Candor//Candor//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:m1',
      'SEQUENCE:4',
      'DTSTAMP:20260310T100000Z',
      'DTSTART:20260329T120000Z',
      'DTEND:20260329T133000Z',
      'SUMMARY:Review: Checkout slowed',
      'DESCRIPTION:https://candor.example.org/p/p1\\n\\nPrepare first.',
      'LOCATION:https://candor.example.org/p/p1',
      'URL:https://candor.example.org/p/p1',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('what means something to a calendar is escaped, and a title begins no line of its own', () => {
  const lines = unfolded(
    calendarFile({ ...entry, title: 'a;b,c\\d\r\nATTENDEE:mailto:eve@example.org\u0007' }),
  )
  expect(lines).toContain('SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:mailto:eve@example.org')
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([])
})

test('no line is longer than 75 bytes, no sign is cut, and nothing is lost, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const file = calendarFile({ ...entry, title })
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(Buffer.from(file).toString()).toBe(file)
      const summary = unfolded(file).find((line) => line.startsWith('SUMMARY:')) ?? ''
      const read = summary.slice(8).replace(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
      expect(read).toBe(title.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ''))
    }),
  )
})
