import { expect, test } from 'vitest'
import { datadogEvents } from '../../../shared/evidence/formats/datadogEvents.ts'
import { instant, readAs, readText } from './readAs.ts'

const first = (more = '') =>
  `{"id":7412589631245879632,"title":"[Triggered] p95 latency","text":"%%% \\n was **9.8** \\n %%%","date_happened":1773223980,"alert_type":"error","host":null,"tags":null${more}}`

test('two ids that one double would hold stay two events, with or without id_str', () => {
  const text = `{"events":[${first()},${first().replace('879632', '879633')}]}`
  const { drafts } = readText(datadogEvents, text)
  expect(drafts.map(({ nativeId }) => nativeId)).toEqual(['7412589631245879632', '7412589631245879633'])
  expect(readText(datadogEvents, `{"event":${first(',"id_str":"741"')}}`).drafts[0]?.nativeId).toBe('741')
})

test('the time is in seconds, and the marks around Markdown are no words', () => {
  expect(readText(datadogEvents, `[${first()}]`).drafts).toMatchObject([
    { at: instant('2026-03-11T10:13:00Z'), text: '[Triggered] p95 latency: was **9.8**', actor: 'Datadog' },
  ])
})

test.each([
  ['[Triggered] p95', 'error', 'alert'],
  ['[Recovered] p95', 'success', 'resolve'],
  ['[Warn] p95', 'warning', 'alert'],
  ['Deployed checkout v2', 'info', 'deploy'],
  ['Rolled back checkout', 'error', 'mitigation'],
  ['Tea is ready', 'info', 'other'],
])('“%s” of type %s is suggested as %s', (title, alert_type, kindHint) => {
  const { drafts } = readAs(datadogEvents, { id: 1, title, alert_type, date_happened: 1773223980 })
  expect(drafts).toMatchObject([{ kindHint }])
})

const second = (attributes: object, timestamp: unknown = '2026-03-11T10:13:00.000Z') => ({
  id: 'Aw1',
  type: 'event',
  attributes: { timestamp, message: 'was 9.8', tags: [], attributes },
})

test('of the second version, the transition of the monitor says what an event is', () => {
  const recovered = {
    title: 'p95',
    service: 'checkout',
    monitor: { transition: { trans_type: 'alert recovery' } },
  }
  expect(readAs(datadogEvents, { data: [second(recovered)], links: { next: null } }).drafts).toMatchObject([
    { nativeId: 'Aw1', kindHint: 'resolve', text: 'p95: was 9.8', place: 'checkout' },
  ])
})

test('of the second version, the time in ms stands in for the other, and the next page is said', () => {
  const { drafts, about } = readAs(datadogEvents, {
    data: [second({ title: 'p95', timestamp: 1773223980000 }, null)],
    links: { next: 'https://x' },
  })
  expect(drafts).toMatchObject([{ at: instant('2026-03-11T10:13:00Z') }])
  expect(about('incomplete')).toHaveLength(1)
})
