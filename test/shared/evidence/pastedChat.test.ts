import { describe, expect, test } from 'vitest'
import { iso, readText } from './samples.ts'

const on = { zone: 'UTC', date: '2026-03-11' }
const saidIn = (text: string, answers = {}) =>
  readText(text, answers).drafts.map(({ at, needs, actor, text }) => [
    iso(at)?.slice(11, 16) ?? needs.join('+'),
    actor,
    text,
  ])

describe('a name on a line of its own is above its time', () => {
  test('set in, below the divider of a day', () => {
    const text =
      'Wednesday, March 11th\nPriya Raman\n  10:16 AM\nacked, looking\n10:17\nmore\nThursday, March 12th\nMei Lin\n  9:02 AM\nreview at 14:00\n'
    expect(saidIn(text, on)).toEqual([
      ['10:16', 'Priya Raman', 'acked, looking'],
      ['10:17', 'Priya Raman', 'more'],
      ['09:02', 'Mei Lin', 'review at 14:00'],
    ])
    expect(readText(text, on).drafts.at(-1)?.at).toBe(Date.UTC(2026, 2, 12, 9, 2))
  })

  test('with am or pm, right behind the message before', () => {
    expect(saidIn('Mei Lin\n10:36 AM\nRolling back\nSam Osei\n10:37 AM\nok\n', on)).toEqual([
      ['10:36', 'Mei Lin', 'Rolling back'],
      ['10:37', 'Sam Osei', 'ok'],
    ])
  })

  test('counting to 24, where each time has one', () => {
    expect(saidIn('Mei Lin\n10:36\nRolling back\nSam Osei\n13:37\nok\n', on)).toEqual([
      ['10:36', 'Mei Lin', 'Rolling back'],
      ['13:37', 'Sam Osei', 'ok'],
    ])
  })

  test('of an app as well', () => {
    expect(
      saidIn('Incident Bot\nAPP  10:24 AM\nSEV-2 declared\nPagerDuty\nAPP\n  10:25 AM\nhi\n', on),
    ).toEqual([
      ['10:24', 'Incident Bot', 'SEV-2 declared'],
      ['10:25', 'PagerDuty', 'hi'],
    ])
  })
})

test('reactions, counts and the time of the last reply are nobody’s words, nor is the status beside a name', () => {
  const text =
    'Priya Raman:house_with_garden:  10:16 AM\nacked\n👍\n2\n1 reply\nToday at 10:18 AM\nView thread\nMei Lin 🌴  10:21 AM\njoining\n'
  expect(saidIn(text, on)).toEqual([
    ['10:16', 'Priya Raman', 'acked'],
    ['10:21', 'Mei Lin', 'joining'],
  ])
})

test('a divider that says yesterday leaves the day open', () => {
  expect(saidIn('Yesterday\nMei Lin  10:21 AM\njoining\n', on)).toEqual([['date', 'Mei Lin', 'joining']])
})

test('in a chat that sets its times apart, a sentence with a time at its end is a sentence', () => {
  expect(saidIn('Mei Lin  10:21 AM\nrollback finished 10:12\nSam Osei  10:22 AM\nok\n', on)).toEqual([
    ['10:21', 'Mei Lin', 'rollback finished 10:12'],
    ['10:22', 'Sam Osei', 'ok'],
  ])
})

test('sentences that end with a time are no chat', () => {
  expect(saidIn('Error rate up (10:14 UTC)\nPriya acked - 10:16 UTC\nrollback at 10:38 UTC\n', on)).toEqual([
    ['10:14', null, 'Error rate up'],
    ['10:16', null, 'Priya acked'],
    ['10:38', null, 'rollback at 10:38 UTC'],
  ])
})

describe('a time in brackets has its sender behind it', () => {
  test('whatever marks of direction stand in the date', () => {
    const text =
      '[\u200e26.\u200e10.\u200e2025 04:31] Mei Lin: one\n[\u200e26.\u200e10.\u200e2025 05:31] Sam: two\n'
    expect(saidIn(text, { zone: 'UTC' })).toEqual([
      ['04:31', 'Mei Lin', 'one'],
      ['05:31', 'Sam', 'two'],
    ])
  })

  test('in the order of the reader’s country', () => {
    expect(saidIn('[10/26/2025 4:31 AM] Mei Lin: one\n', { zone: 'UTC' })).toEqual([
      ['04:31', 'Mei Lin', 'one'],
    ])
    expect(saidIn('[26/10/2025 04:31] Mei Lin: one\n', { zone: 'UTC' })).toEqual([
      ['04:31', 'Mei Lin', 'one'],
    ])
    expect(saidIn('[03/04/2025 04:31] Mei Lin: one\n', { zone: 'UTC' })).toEqual([
      ['dateOrder', 'Mei Lin', 'one'],
    ])
  })

  test('with the message below, of one paragraph or more', () => {
    const text = '[26.10.2025 04:31] Mei Lin:\none\n\nmore\n[26.10.2025 04:33] Sam Osei\nok\n'
    expect(saidIn(text, { zone: 'UTC' })).toEqual([
      ['04:31', 'Mei Lin', 'one\nmore'],
      ['04:33', 'Sam Osei', 'ok'],
    ])
  })

  test('of a day that is only called yesterday', () => {
    expect(saidIn('[Yesterday 10:35] Sam Osei: x\n', on)).toEqual([['date', 'Sam Osei', 'x']])
  })
})

test('a chat shows the clock of whoever reads, so a time that names its zone heads no message', () => {
  const text = 'Errors (10:14 UTC)\nwe looked\nRollback (10:38 UTC)\nit ran\n'
  expect(readText(text, on).drafts.map(({ actor }) => actor)).not.toContain('Rollback')
})
