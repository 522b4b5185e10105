import { beforeEach, describe, expect, test } from 'vitest'
import type { MeetingLog } from '../../server/meetings/meetingLog.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { evolve } from '../../shared/meeting/evolve.ts'
import { emptyMeeting } from '../../shared/meeting/meeting.ts'
import { asMeeting, asPerson, asPostmortem } from '../shared/ids.ts'
import { liveMeeting } from '../shared/openMeeting.ts'

export const tuesday = asMeeting('tuesday')
export const gitlab = asPostmortem('gitlab')
export const story = liveMeeting().log

export const entryOf = (commandId: string, at: number, ...events: MeetingEvent[]) => ({
  commandId: commandId as CommandId, // a test names its commands itself
  sender: asPerson('fay'),
  at,
  events,
})

/** A meeting as it was lived, event by event. */
export function tellStory(log: MeetingLog): void {
  for (const [number, { at, event }] of story.entries()) {
    const entry = entryOf(`c${number}`, at, event)
    if (number === 0) log.create({ meetingId: tuesday, postmortemId: gitlab }, entry)
    else log.append(tuesday, entry)
  }
}

/** What every meeting log promises, whatever it keeps its entries in. */
export function describeMeetingLog(kind: string, openLog: () => MeetingLog): void {
  describe(`a meeting log ${kind}`, () => {
    let log: MeetingLog
    beforeEach(() => {
      log = openLog()
      tellStory(log)
    })

    test('loads the meeting its entries tell, at every step', () => {
      const replayed = log
        .entries(tuesday)
        .flatMap(({ at, events }) => events.map((event) => ({ at, event })))
        .reduce((meeting, { at, event }) => evolve(meeting, event, at), emptyMeeting)
      const told = { meetingId: tuesday, postmortemId: gitlab, version: story.length, meeting: replayed }
      expect(log.load(tuesday)).toEqual(told)
      log.append(tuesday, entryOf('more', 1, { type: 'promptSet', prompt: 'What else?' }))
      const next = { ...told, version: story.length + 1, meeting: { ...replayed, prompt: 'What else?' } }
      expect(log.load(tuesday)).toEqual(next)
    })

    test('counts its version by events, so that an entry of two is two further', () => {
      const prompt = (text: string) => ({ type: 'promptSet', prompt: text }) as const
      log.append(tuesday, entryOf('two', 1, prompt('one'), prompt('two')))
      log.append(tuesday, entryOf('three', 1, prompt('three')))
      expect(log.load(tuesday)).toMatchObject({ version: story.length + 3, meeting: { prompt: 'three' } })
    })

    test('finds a command by its id, in its own meeting only', () => {
      expect(log.has(tuesday, entryOf('c1', 0).commandId)).toBe(true)
      expect(log.has(tuesday, entryOf('never', 0).commandId)).toBe(false)
      expect(log.has(asMeeting('other'), entryOf('c1', 0).commandId)).toBe(false)
    })

    test('takes a command once, and never one that made nothing happen', () => {
      const twice = entryOf('c1', 0, { type: 'promptSet', prompt: 'Again?' })
      expect(() => log.append(tuesday, twice)).toThrow()
      expect(() => log.append(tuesday, entryOf('empty', 0))).toThrow()
      expect(log.load(tuesday)?.version).toBe(story.length)
    })

    test('knows the newest meeting of a postmortem, and none where there is none', () => {
      const friday = asMeeting('friday')
      log.create({ meetingId: friday, postmortemId: gitlab }, entryOf('first', 0, { type: 'timeboxPaused' }))
      expect(log.meetingOf(gitlab)).toBe(friday)
      expect(log.meetingOf(asPostmortem('other'))).toBeNull()
      expect(log.load(asMeeting('other'))).toBeNull()
    })
  })
}
