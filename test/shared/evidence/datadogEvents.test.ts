import { expect, test } from 'vitest'
import { evidenceInput } from '../../../shared/evidence/evidenceInput.ts'
import { datadogEvents } from '../../../shared/evidence/formats/datadogEvents.ts'
import { datadogWebhook } from '../../../shared/evidence/formats/datadogWebhook.ts'
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
  const bare = second({ title: 'p95', timestamp: 1773223980000 }, '2026-03-11T11:13:00')
  expect(readAs(datadogEvents, { data: [bare] }).drafts).toMatchObject([
    { at: instant('2026-03-11T10:13:00Z'), needs: [] },
  ])
  expect(about('incomplete')).toHaveLength(1)
})

test('what Datadog put together with an event, and what was commented on it, are told each', () => {
  const child = '{"id":7412589631245879699,"date_happened":1773223990,"alert_type":"error"}'
  const itself = '{"id":7412589631245879632,"date_happened":1773223980}'
  const comment = '{"id":99,"message":"Maybe the pool","handle":"mei@example.com","date_happened":1773224000}'
  const text = `{"events":[${first(`,"is_aggregate":true,"children":[${itself},${child}],"comments":[${comment}]`)}]}`
  const { drafts } = readText(datadogEvents, text)
  expect(drafts.map(({ nativeId, at, thread, actor }) => [nativeId, at, thread, actor])).toEqual([
    ['7412589631245879632', 1773223980000, '7412589631245879632', 'Datadog'],
    ['7412589631245879699', 1773223990000, null, 'Datadog'],
    ['99', 1773224000000, '7412589631245879632', 'mei@example.com'],
  ])
  expect(drafts[0]?.text).toBe('[Triggered] p95 latency: was **9.8**')
  expect(drafts[1]).toMatchObject({ text: '[Triggered] p95 latency', kindHint: 'alert' })
  expect(drafts[2]).toMatchObject({ text: 'Maybe the pool', kindHint: 'hypothesis' })
})

test('a list is known by any of its events, and what is none is named', () => {
  const { drafts, problems } = readText(datadogEvents, `{"events":[null,${first()}]}`)
  expect(drafts).toHaveLength(1)
  expect(problems).toMatchObject([{ path: [0, 'events', 0] }])
})

test('a webhook is known by what Datadog fills in, whatever its fields are called', () => {
  const AT = instant('2026-03-11T10:13:00Z')
  const usual = {
    body: '%%%\nwas **9.8**\n%%%',
    last_updated: '1773224000000',
    event_type: 'query_alert_monitor',
    title: '[Triggered] p95',
    date: '1773223980000',
    org: { id: '1', name: 'Northbeam' },
    id: '7412589631245879632',
  }
  expect(readAs(datadogWebhook, usual).drafts).toMatchObject([
    {
      nativeId: '7412589631245879632',
      at: AT,
      text: '[Triggered] p95: was **9.8**',
      kindHint: 'alert',
      actor: 'Datadog',
    },
  ])
  const own = {
    alert: { title: 'p95 latency', transition: 'Recovered' },
    when: { DATE_POSIX: 1773223980 },
    HOSTNAME: 'h',
  }
  expect(readAs(datadogWebhook, own).drafts).toMatchObject([
    { nativeId: null, at: AT, text: 'p95 latency', kindHint: 'resolve', place: 'h' },
  ])
})

test('when a webhook does not say when, or was never filled in, that is asked', () => {
  const link = 'https://app.datadoghq.eu/monitors/1'
  for (const payload of [
    { title: 'p95', link },
    { title: '$EVENT_TITLE', date: '$DATE' },
  ]) {
    expect(readAs(datadogWebhook, payload).drafts).toMatchObject([{ at: null, needs: ['time'] }])
  }
  const others = { title: 'p95', date: '1773223980000', body: 'was 9.8' }
  expect(datadogWebhook.recognises(evidenceInput('a file', JSON.stringify(others)))).toBe(false)
})
