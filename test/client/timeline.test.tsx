import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StageMoment } from '../../client/features/stage/StageMoment.tsx'
import { readEventForm } from '../../client/features/timeline/eventForm.ts'
import type { MetricAsk, MetricTold } from '../../client/features/timeline/metricMessages.ts'
import { readMetrics } from '../../client/features/timeline/readMetrics.ts'
import { stripLabels } from '../../client/features/timeline/stripLabels.ts'
import { stripPlaces } from '../../client/features/timeline/stripPlaces.ts'
import { Timeline } from '../../client/features/timeline/Timeline.tsx'
import { TimelineStrip } from '../../client/features/timeline/TimelineStrip.tsx'
import { HorizonProvider } from '../../client/room/horizonView.tsx'
import { spokenNow } from '../../client/ui/liveRegions.ts'
import { Toasts } from '../../client/ui/Toasts.tsx'
import { addMetricSeries, readMetricSeries } from '../../shared/content/metricSeries.ts'
import {
  addTimelineEvent,
  describeTimelineEvent,
  emptyContext,
  readTimeline,
  removeTimelineEvent,
  type TimelineEvent,
} from '../../shared/content/timeline.ts'
import type { MetricSeriesId, TimelineEventId } from '../../shared/ids.ts'
import {
  type GivenPerson,
  givenRoom,
  type HandmadeRoom,
  InRoom,
  incidentDraft,
  maren,
  tomas,
  wei,
} from '../harness/givenRoom.tsx'

const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00Z`)

function roomWith(me: GivenPerson = maren): HandmadeRoom {
  const room = givenRoom({ me })
  add(room, 'pool default changes', {
    occurred: { at: at('13:52'), precision: 'minute' },
    firstSeenAt: at('14:52'),
  })
  add(room, 'v318 deploys', { occurred: { at: at('14:02'), precision: 'minute' } })
  add(room, 'roll back', { occurred: { at: at('14:31'), precision: 'minute' }, kind: 'decision' })
  add(room, 'no change', { occurred: { at: at('14:36'), precision: 'approx' } })
  add(room, 'page the team', { occurred: { at: at('14:41'), precision: 'order' }, kind: 'decision' })
  return room
}

function add(room: HandmadeRoom, text: string, fields: Partial<TimelineEvent>) {
  const timelineEvent: TimelineEvent = {
    id: text.replaceAll(' ', '-') as TimelineEventId,
    occurred: { at: 0, precision: 'minute' },
    firstSeenAt: null,
    kind: 'event',
    stage: null,
    text,
    sourceUrl: null,
    by: null,
    createdAt: 0,
    ...emptyContext,
    ...fields,
  }
  addTimelineEvent(room.contentDoc, timelineEvent, { by: 'import', source: 'test' })
}

const show = (room: HandmadeRoom, children = <Timeline />) =>
  render(
    <InRoom room={room}>
      <HorizonProvider>{children}</HorizonProvider>
      <Toasts />
    </InRoom>,
  )

const row = (text: string) => {
  const found = screen
    .getAllByText(text)
    .map((words) => words.closest<HTMLElement>('[data-event]'))
    .find((around) => around !== null)
  if (!found) throw new Error(`no event says ${text}`)
  return found
}
const rowsIn = (label: string) =>
  [...(document.querySelector(`ol[aria-label="${label}"]`)?.querySelectorAll('[data-event]') ?? [])].length
const press = (key: string) => fireEvent.keyDown(window, { key })
const settle = () => act(() => vi.advanceTimersByTimeAsync(50))

/** Rows of 40 px, one below the other, as the page would lay them out. */
function layOut() {
  const rows = [...document.querySelectorAll('[data-event]')]
  const box = (top: number, height: number) => new DOMRect(0, top, 300, height)
  for (const [index, element] of rows.entries())
    element.getBoundingClientRect = () => box(100 + index * 40, 40)
  const section = document.querySelector('section')
  if (section) section.getBoundingClientRect = () => box(0, 700)
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  cleanup()
  vi.advanceTimersByTime(10_000) // what is left to say is said, or the next test would wait for it
  vi.useRealTimers()
})

describe('the horizon', () => {
  test('what happened later goes into a list of its own, and what nobody could see says when it was seen', async () => {
    const room = roomWith()
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:31') }))
    expect(rowsIn('Visible at 14:31')).toBe(3)
    expect(rowsIn('Not yet known at 14:31')).toBe(2)
    expect(row('pool default changes').dataset.sight).toBe('unseen')
    expect(within(row('pool default changes')).getByText('Happened here. First seen at 14:52.')).toBeDefined()
    expect(row('roll back').getAttribute('aria-current')).toBe('true')
    await settle()
    expect(spokenNow('polite')).toBe('Horizon at 14:31. 2 events visible, 3 not yet known.')
  })

  test('screen readers get its name and its count, and the events only when they ask', async () => {
    const room = roomWith()
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:31') }))
    expect(screen.queryByRole('list', { name: 'Not yet known at 14:31' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Not yet known at 14:31, 2 events' }))
    expect(screen.getByRole('list', { name: 'Not yet known at 14:31' })).toBeDefined()
  })

  test('D goes to the next decision and T sets the horizon there for the whole room', async () => {
    const room = roomWith()
    show(room)
    press('d')
    press('t')
    await settle()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:31'))
    press('ArrowRight')
    expect(row('no change').getAttribute('aria-current')).toBe('true')
    press('ArrowLeft')
    expect(row('roll back').getAttribute('aria-current')).toBe('true')
  })

  test('a participant moves one of their own, and comes back to the room’s', async () => {
    const room = roomWith(tomas)
    await room.sendAs(maren, { type: 'setHorizon', horizonAt: at('14:02') })
    show(room)
    press('d')
    press('t')
    await settle()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:02'))
    expect(rowsIn('Visible at 14:31')).toBe(3)
    fireEvent.click(screen.getByRole('button', { name: 'Follow the room' }))
    expect(rowsIn('Visible at 14:02')).toBe(2)
  })

  test('B looks past it for as long as it is held, and the button does the same by a press', async () => {
    const room = roomWith()
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:31') }))
    press('b')
    expect(row('no change').dataset.sight).toBe('seen')
    fireEvent.keyUp(window, { key: 'b' })
    expect(row('no change').dataset.sight).toBe('beyond')
    fireEvent.click(screen.getByRole('button', { name: /Hold to see past it/ }))
    expect(row('no change').dataset.sight).toBe('seen')
  })

  test('is dragged to the event above the pointer, for the whole room once it is let go, and Escape gives up', async () => {
    const room = roomWith()
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:31') }))
    const line = () => screen.getByRole('slider', { name: 'Horizon' })
    const drag = (y: number) => {
      layOut()
      fireEvent.pointerDown(line(), { pointerId: 1, button: 0, clientX: 100, clientY: 225 })
      fireEvent.pointerMove(window, { pointerId: 1, clientX: 100, clientY: y })
    }
    const letGo = () => act(async () => void fireEvent.pointerUp(window, { pointerId: 1 }))
    drag(165)
    expect(line().textContent).toContain('14:02')
    expect(rowsIn('Visible at 14:02')).toBe(2)
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:31'))
    fireEvent.keyDown(window, { key: 'Escape' })
    await letGo()
    expect(line().textContent).toContain('14:31')
    drag(165)
    await letGo()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:02'))
  })

  test('arrows on the line move it from event to event', async () => {
    const room = roomWith()
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:31') }))
    fireEvent.keyDown(screen.getByRole('slider', { name: 'Horizon' }), { key: 'ArrowUp' })
    await settle()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:02'))
  })
})

describe('times', () => {
  test('are never more exact than they are known', () => {
    show(roomWith())
    expect(within(row('no change')).getByText('~14:36')).toBeDefined()
    expect(within(row('no change')).getByText('about 14:36')).toBeDefined()
    expect(row('page the team').textContent).not.toContain('14:41')
  })

  test('the horizon at an event of unknown time stands after the last time that is known', async () => {
    const room = roomWith()
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:41') }))
    expect(screen.getByText('Horizon after 14:36')).toBeDefined()
    expect(document.body.textContent).not.toContain('14:41')
  })

  test('a new day is named where it begins', () => {
    const room = roomWith()
    add(room, 'written up', { occurred: { at: at('14:31') + 86_400_000, precision: 'minute' } })
    show(room)
    expect(within(row('written up')).getByText('Wednesday 11 March 2026')).toBeDefined()
  })

  test('every imported incident is shown whole', () => {
    const room = givenRoom({ draft: incidentDraft('gitlab-2017-01-31') })
    show(room)
    expect(document.querySelectorAll('[data-event]')).toHaveLength(readTimeline(room.contentDoc).length)
  })
})

describe('changing an event', () => {
  test('a wrong time is said in words beside the field, and a right one adds it in its place', async () => {
    const room = roomWith()
    show(room)
    fireEvent.click(screen.getByRole('button', { name: 'Add an event' }))
    fireEvent.change(await screen.findByLabelText('What happened'), { target: { value: 'first ticket' } })
    fireEvent.change(screen.getByLabelText('When'), { target: { value: 'soon' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add event' }))
    expect(screen.getByText(/Write the time like 14:31/)).toBeDefined()
    fireEvent.change(screen.getByLabelText('When'), { target: { value: '2026-03-10 14:24' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add event' }))
    expect(readTimeline(room.contentDoc).map(({ text }) => text)[2]).toBe('first ticket')
  })

  test('a removed event comes back by the offered undo', async () => {
    const room = roomWith()
    show(room)
    fireEvent.keyDown(row('v318 deploys'), { key: 'Delete' })
    expect(readTimeline(room.contentDoc)).toHaveLength(4)
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(readTimeline(room.contentDoc)).toHaveLength(5)
  })

  test('nobody can have seen it before it happened', () => {
    const form = {
      text: 'x',
      time: '14:31',
      firstSeen: '14:02',
      precision: 'minute',
      stage: null,
      source: '',
      isDecision: false,
      ...emptyContext,
    } as const
    const read = readEventForm(form, { zone: 'UTC', nearAt: at('14:00'), needsText: true })
    expect(read.ok ? null : read.problem.firstSeen).toBe('It cannot be seen before it happened.')
  })
})

describe('a decision point', () => {
  test('asks what was known, and shows it with the event for as long as it is one', async () => {
    const room = roomWith()
    show(room)
    act(() => row('roll back').focus())
    fireEvent.click(screen.getByRole('button', { name: 'What information was available at this moment?' }))
    fireEvent.change(await screen.findByLabelText('Known then'), {
      target: { value: 'errors began at 14:02' },
    })
    expect(screen.queryByLabelText('When')).toBeNull() // nothing else is asked
    fireEvent.change(screen.getByLabelText('Options then'), { target: { value: 'roll back, or wait' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(within(row('roll back')).getByText('errors began at 14:02')).toBeDefined()
    expect(within(row('roll back')).getByText('Options then')).toBeDefined()
    expect(within(row('roll back')).queryByText('Believed then')).toBeNull()

    const [, , decision] = readTimeline(room.contentDoc)
    expect(decision).toMatchObject({
      known: 'errors began at 14:02',
      believed: '',
      options: 'roll back, or wait',
    })
    act(() =>
      describeTimelineEvent(room.contentDoc, decision?.id as TimelineEventId, { kind: 'event' }, room.origin),
    )
    expect(within(row('roll back')).queryByText('Options then')).toBeNull()
    expect(readTimeline(room.contentDoc)[2]?.known).toBe('errors began at 14:02')
  })

  test('what somebody else writes about it in the same moment stays', async () => {
    const room = roomWith()
    show(room)
    act(() => row('roll back').focus())
    fireEvent.click(screen.getByRole('button', { name: 'What information was available at this moment?' }))
    fireEvent.change(await screen.findByLabelText('Known then'), { target: { value: 'mine' } })
    act(() =>
      describeTimelineEvent(
        room.contentDoc,
        'roll-back' as TimelineEventId,
        { believed: 'theirs' },
        { by: 'import', source: 'another' },
      ),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(readTimeline(room.contentDoc)[2]).toMatchObject({ known: 'mine', believed: 'theirs' })
  })

  test('stands on the shared screen with what it was made under', async () => {
    const room = roomWith()
    act(() =>
      describeTimelineEvent(
        room.contentDoc,
        'roll-back' as TimelineEventId,
        { notKnown: 'why the pool was small' },
        room.origin,
      ),
    )
    show(room, <StageMoment horizonAt={at('14:31')} />)
    expect(screen.getByText('Not known then')).toBeDefined()
    expect(screen.getByText('why the pool was small')).toBeDefined()
  })
})

/** The worker that reads metrics, in this process; what it was stopped before is not told. */
class WorkerHere extends EventTarget {
  #isStopped = false
  postMessage(asked: MetricAsk) {
    void readMetrics(asked, (told) => {
      if (!this.#isStopped) act(() => void this.dispatchEvent(new MessageEvent('message', { data: told })))
    })
  }
  terminate() {
    this.#isStopped = true
  }
}

describe('a metric beside the timeline', () => {
  beforeEach(() => vi.stubGlobal('Worker', WorkerHere))
  afterEach(() => vi.unstubAllGlobals())
  const csv = 'time,p95 (ms)\n2026-03-10 14:00,120\n2026-03-10 14:10,300\n2026-03-10 14:40,4200\nsoon,1\n'
  const paste = async (text: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'Add a metric…' }))
    fireEvent.change(await screen.findByLabelText('Or paste it'), { target: { value: text } })
  }

  test('asks for the zone its times do not say, names the line it could not read, and is drawn and undone', async () => {
    const room = roomWith()
    show(room)
    await paste(csv)
    const add = screen.getByRole('button', { name: 'Add metric' })
    expect(add.hasAttribute('disabled')).toBe(true)
    fireEvent.change(await screen.findByLabelText('In which zone were its times written?'), {
      target: { value: 'UTC' },
    })
    expect(await screen.findByText('Line 5: has no time that can be read: “soon”')).toBeDefined()
    expect(screen.getByText(/all 3 points are kept/)).toBeDefined()
    fireEvent.click(add)
    expect(screen.getByRole('img', { name: /^p95, from 14:00 to 14:40.*highest 4,200 ms/ })).toBeDefined()
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(readMetricSeries(room.contentDoc)).toEqual([])
  })

  test('obeys the horizon: what was measured later is drawn apart and told in no word', async () => {
    const room = roomWith()
    show(room)
    await paste(csv.replaceAll(/( 14:\d\d)/g, '$1Z'))
    await screen.findByText(/all 3 points are kept/)
    fireEvent.click(screen.getByRole('button', { name: 'Add metric' }))
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:31') }))
    const picture = screen.getByRole('img', { name: /At the horizon 300 ms/ })
    expect(picture.getAttribute('aria-label')).not.toContain('4,200')
    expect(picture.querySelectorAll('path')).toHaveLength(2)
    const metrics = screen.getByRole('list', { name: 'Metrics' })
    expect(metrics.textContent).not.toContain('4,200')
    press('b')
    expect(screen.getByRole('img', { name: /highest 4,200 ms/ }).querySelectorAll('path')).toHaveLength(1)
    fireEvent.keyUp(window, { key: 'b' })
  })
})

test('the shared screen draws a metric as far as the horizon, to a scale that tells nothing of later', async () => {
  const room = roomWith()
  const at14 = (minute: string) => at(`14:${minute}`)
  const points = [at14('00'), 120, at14('10'), 300, at14('40'), 4200]
  addMetricSeries(
    room.contentDoc,
    {
      ...{ id: 'm1' as MetricSeriesId, name: 'p95', unit: 'ms', points },
      ...{ measured: 3, fileName: '', by: null, createdAt: 0 },
    },
    room.origin,
  )
  show(room, <StageMoment horizonAt={at('14:31')} />)
  const picture = screen.getByRole('img', { name: /At the horizon 300 ms/ })
  expect(screen.getByText('300 ms')).toBeDefined()
  expect(picture.querySelectorAll('path')).toHaveLength(1)
  expect(picture.querySelector('path')?.getAttribute('d')).toMatch(/ 100\.0L.* 0\.0$/)
  cleanup()
  show(room, <StageMoment horizonAt={at('13:55')} />)
  expect(screen.queryByRole('img', { name: /p95/ })).toBeNull()
})

describe('a long file of a metric', () => {
  const told = (data: MetricTold) =>
    act(() => void worker?.dispatchEvent(new MessageEvent('message', { data })))
  let worker: (EventTarget & { isStopped: boolean; asked: MetricAsk[] }) | undefined
  class WorkerByHand extends EventTarget {
    isStopped = false
    asked: MetricAsk[] = []
    constructor() {
      super()
      worker = this
    }
    postMessage(asked: MetricAsk) {
      this.asked.push(asked)
    }
    terminate() {
      this.isStopped = true
    }
  }
  beforeEach(() => vi.stubGlobal('Worker', WorkerByHand))
  afterEach(() => vi.unstubAllGlobals())
  const choose = async () => {
    show(roomWith())
    fireEvent.click(screen.getByRole('button', { name: 'Add a metric…' }))
    const file = new File(['time,p95\n'.padEnd(30_000, ' ')], 'latency.csv')
    fireEvent.change(await screen.findByLabelText('File'), { target: { files: [file] } })
    await vi.waitFor(() => expect(worker?.asked).toMatchObject([{ name: 'latency.csv', zone: null }]))
  }

  test('is read elsewhere, says how far it is, and can be stopped', async () => {
    await choose()
    told({ told: 'progress', done: 5_000, of: 100_000 })
    expect(screen.getByText('Reading latency.csv')).toBeDefined()
    expect(screen.getByText('5,000 of 100,000')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(worker?.isStopped).toBe(true)
    expect(screen.queryByText('Reading latency.csv')).toBeNull()
    told({ told: 'read', read: { ok: true, value: { lines: [], problems: [] } } })
    expect(screen.queryByRole('group', { name: 'Lines found' })).toBeNull()
  })

  test('that cannot be read to its end says so', async () => {
    await choose()
    act(() => void worker?.dispatchEvent(new Event('error')))
    expect(screen.getByText(/Nothing was added, and the file is unchanged/)).toBeDefined()
  })
})

describe('several events at once', () => {
  const timesIn = (room: HandmadeRoom) =>
    readTimeline(room.contentDoc).map(({ occurred }) => new Date(occurred.at).toISOString().slice(11, 16))

  test('are selected by shift and arrow, moved by the minutes a clock was wrong, and come back by one undo', async () => {
    const room = roomWith()
    show(room)
    act(() => row('pool default changes').focus())
    fireEvent.keyDown(row('pool default changes'), { key: 'ArrowDown', shiftKey: true })
    expect(document.activeElement).toBe(row('v318 deploys'))
    fireEvent.click(screen.getByRole('button', { name: 'Change…' }))
    fireEvent.change(await screen.findByLabelText('Move their times by minutes'), {
      target: { value: 'ten' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Change 2 events' }))
    expect(screen.getByText('Write whole minutes, like 60 or -15.')).toBeDefined()
    fireEvent.change(screen.getByLabelText('Move their times by minutes'), { target: { value: '−20' } })
    fireEvent.change(screen.getByLabelText('Part of the response'), { target: { value: 'change' } })
    fireEvent.change(screen.getByLabelText('Source'), { target: { value: 'ci.example.org/318' } })
    fireEvent.click(screen.getByRole('button', { name: 'Change 2 events' }))
    expect(timesIn(room)).toEqual(['13:32', '13:42', '14:31', '14:36', '14:41'])
    const [first, second, third] = readTimeline(room.contentDoc)
    expect([first, second].map((event) => [event?.stage, event?.sourceUrl])).toEqual([
      ['change', 'https://ci.example.org/318'],
      ['change', 'https://ci.example.org/318'],
    ])
    expect(first?.firstSeenAt).toBe(at('14:32'))
    expect(third?.stage).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(timesIn(room)).toEqual(['13:52', '14:02', '14:31', '14:36', '14:41'])
    expect(readTimeline(room.contentDoc)[0]).toMatchObject({ stage: null, sourceUrl: null })
  })

  test('are removed together, and come back together', async () => {
    const room = roomWith()
    show(room)
    act(() => row('v318 deploys').focus())
    fireEvent.click(row('no change'), { shiftKey: true })
    fireEvent.keyDown(row('roll back'), { key: ' ' })
    expect(screen.getByText('2 selected')).toBeDefined()
    fireEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Remove' }))
    expect(readTimeline(room.contentDoc).map(({ text }) => text)).toEqual([
      'pool default changes',
      'roll back',
      'page the team',
    ])
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(readTimeline(room.contentDoc)).toHaveLength(5)
  })

  test('whoever only reads selects nothing', () => {
    const room = roomWith(wei)
    show(room)
    fireEvent.keyDown(row('v318 deploys'), { key: ' ' })
    fireEvent.click(row('no change'), { shiftKey: true })
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('Alt and an arrow put events of one time into an order, and leave those alone whose times say it', async () => {
    const room = roomWith()
    add(room, 'a ticket at the same time', {
      occurred: { at: at('14:02'), precision: 'minute' },
      createdAt: 5,
    })
    show(room)
    const texts = () => readTimeline(room.contentDoc).map(({ text }) => text)
    expect(texts().slice(1, 3)).toEqual(['v318 deploys', 'a ticket at the same time'])
    act(() => void fireEvent.keyDown(row('a ticket at the same time'), { key: 'ArrowUp', altKey: true }))
    expect(texts().slice(1, 3)).toEqual(['a ticket at the same time', 'v318 deploys'])
    const before = texts()
    act(() => void fireEvent.keyDown(row('roll back'), { key: 'ArrowUp', altKey: true }))
    expect(texts()).toEqual(before)
  })
})

describe('an event moved by its grip', () => {
  const texts = (room: HandmadeRoom) => readTimeline(room.contentDoc).map(({ text }) => text)
  const given = ['pool default changes', 'v318 deploys', 'roll back', 'no change', 'page the team']
  const grip = (text: string) => within(row(text)).getByRole('button', { name: 'Move this event' })
  const pressKey = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

  function drag(text: string, to: { x: number; y: number }) {
    act(() => row(text).focus())
    layOut()
    fireEvent.pointerDown(grip(text), { pointerId: 1, button: 0, clientX: 10, clientY: 110 })
    fireEvent.pointerMove(window, { pointerId: 1, clientX: to.x, clientY: to.y })
  }
  const letGo = () => fireEvent.pointerUp(window, { pointerId: 1 })

  test('says while it is dragged what time it would be, is written once let go, and comes back by one undo', async () => {
    const room = roomWith()
    show(room)
    const before = room.undo.undoStack.length
    drag('roll back', { x: 50, y: 130 })
    expect(screen.getByText(/^Would be about 13:57, between “pool default changes” and/)).toBeDefined()
    expect(texts(room)).toEqual(given)
    act(letGo)
    expect(texts(room).slice(0, 2)).toEqual(['pool default changes', 'roll back'])
    expect(readTimeline(room.contentDoc)[1]?.occurred).toEqual({ at: at('13:57'), precision: 'approx' })
    expect(document.activeElement).toBe(row('roll back'))
    expect(room.undo.undoStack.length).toBe(before + 1)
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(texts(room)).toEqual(given)
    expect(readTimeline(room.contentDoc)[2]?.occurred).toEqual({ at: at('14:31'), precision: 'minute' })
  })

  test('stays where it is when it is let go beside the timeline, or given up by Escape', () => {
    const room = roomWith()
    show(room)
    drag('roll back', { x: 50, y: 130 })
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 900, clientY: 130 })
    expect(screen.queryByText(/^Would be/)).toBeNull()
    act(letGo)
    drag('roll back', { x: 50, y: 130 })
    act(() => void fireEvent.keyDown(window, { key: 'Escape' }))
    act(letGo)
    expect(screen.queryByText(/^Would be/)).toBeNull()
    expect(readTimeline(room.contentDoc)[2]?.occurred).toEqual({ at: at('14:31'), precision: 'minute' })
  })

  test('is taken by a press, moved by arrows and let go by another press', async () => {
    const room = roomWith()
    show(room)
    act(() => row('v318 deploys').focus())
    act(() => grip('v318 deploys').focus())
    fireEvent.click(grip('v318 deploys'))
    expect(grip('v318 deploys').getAttribute('aria-pressed')).toBe('true')
    pressKey('ArrowDown')
    await settle()
    expect(spokenNow('polite')).toContain('about 14:33, between “roll back” and “no change”')
    pressKey('Escape')
    fireEvent.click(grip('v318 deploys'))
    expect(texts(room)).toEqual(given)
    pressKey('ArrowUp')
    act(() => void fireEvent.click(grip('v318 deploys')))
    expect(texts(room).slice(0, 2)).toEqual(['v318 deploys', 'pool default changes'])
  })

  test('stays held when the room moves the horizon meanwhile', async () => {
    const room = roomWith()
    show(room)
    drag('roll back', { x: 50, y: 130 })
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:36') }))
    layOut()
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 50, clientY: 131 })
    expect(screen.getByText(/^Would be about 13:57/)).toBeDefined()
    act(letGo)
    expect(texts(room).slice(0, 2)).toEqual(['pool default changes', 'roll back'])
  })

  test('is not offered to whoever only reads', () => {
    show(roomWith(wei))
    act(() => row('roll back').focus())
    expect(screen.queryByRole('button', { name: 'Move this event' })).toBeNull()
  })

  test('that somebody removed meanwhile is not brought back', () => {
    const room = roomWith()
    show(room)
    drag('roll back', { x: 50, y: 130 })
    act(() =>
      removeTimelineEvent(room.contentDoc, 'roll-back' as TimelineEventId, { by: 'import', source: 'test' }),
    )
    act(letGo)
    expect(texts(room)).toEqual(given.filter((text) => text !== 'roll back'))
  })
})

describe('what can be said about the whole', () => {
  test('a duration stands with its formula and what it was made of, and goes to the event it came from', () => {
    const room = roomWith()
    add(room, 'first alert', { occurred: { at: at('14:05'), precision: 'minute' }, stage: 'signal' })
    add(room, 'seen by on-call', { occurred: { at: at('14:12'), precision: 'minute' }, stage: 'detection' })
    show(room)
    fireEvent.click(screen.getByRole('button', { name: 'Durations' }))
    expect(screen.getByText('7 min')).toBeDefined()
    expect(screen.getByText('Cannot compute: the resolution is not recorded.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'detected: 10 March 2026, 14:12, on the timeline' }))
    expect(row('seen by on-call').getAttribute('aria-current')).toBe('true')
    expect(document.activeElement).toBe(row('seen by on-call'))
  })

  test('what cannot have been is counted, told, and goes to its event', () => {
    const room = roomWith()
    show(room)
    act(() =>
      add(room, 'seen too early', {
        occurred: { at: at('14:20'), precision: 'minute' },
        firstSeenAt: at('14:10'),
      }),
    )
    fireEvent.click(screen.getByRole('button', { name: /^To look at/ }))
    fireEvent.click(
      screen.getByRole('button', { name: /This was seen at 14:10, before it happened at 14:20/ }),
    )
    expect(row('seen too early').getAttribute('aria-current')).toBe('true')
    expect(screen.getByText('Nothing says when it was declared.')).toBeDefined()
  })
})

describe('the strip', () => {
  test('steps the horizon back an event and on to the next decision', async () => {
    const room = roomWith()
    show(room, <TimelineStrip />)
    await act(() => room.send({ type: 'setHorizon', horizonAt: at('14:02') }))
    fireEvent.click(screen.getByRole('button', { name: /on to 14:31 decision/ }))
    await settle()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:31'))
    fireEvent.click(screen.getByRole('button', { name: /back to 14:02/ }))
    await settle()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:02'))
  })

  test('is walked by the same keys as the list', async () => {
    const room = roomWith()
    show(room, <TimelineStrip />)
    press('d')
    expect(screen.getByText('roll back')).toBeDefined()
    press('t')
    await settle()
    expect(room.snapshot.get().meeting.horizonAt).toBe(at('14:31'))
  })

  test('an event of which only the order is known stands between its neighbours, not at its placeholder', () => {
    const room = roomWith()
    add(room, 'last', { occurred: { at: at('15:52'), precision: 'minute' } })
    const places = stripPlaces(readTimeline(room.contentDoc))
    expect(places.get('no-change')).toBeCloseTo(44 / 120)
    expect(places.get('page-the-team')).toBeCloseTo((44 / 120 + 1) / 2)
  })

  test('labels that would run into each other give way to the first that was asked for', () => {
    const label = (place: number) => ({ place, words: String(place), isHorizon: false })
    expect(stripLabels([0.5, 0, 1, 0.55, 0.2].map(label)).map(({ place }) => place)).toEqual([0, 0.2, 0.5, 1])
  })
})
