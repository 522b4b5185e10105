import { afterEach, expect, test, vi } from 'vitest'
import { callApi, notReached } from '../../client/room/callApi.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { changeNameEndpoint } from '../../shared/wire/people.ts'
import {
  listPostmortemsEndpoint,
  openStageEndpoint,
  startPostmortemEndpoint,
} from '../../shared/wire/postmortems.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that gives one answer and keeps what it was asked. */
function answering(status: number, body: string) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(new Request(new URL(path, 'http://candor.test'), init))
    return new Response(body, { status })
  })
  return asked
}
const callWei = () => callApi(changeNameEndpoint, { params: {}, body: { name: 'Wei' } })

test('an answer comes back parsed', async () => {
  answering(200, JSON.stringify({ person: { personId: 'wei', name: 'Wei', colour: 'extra' } }))
  expect(await callWei()).toEqual({ ok: true, value: { person: { personId: 'wei', name: 'Wei' } } })
})

test('a refusal comes back by its name, with its sentence and the paths at fault', async () => {
  const problem = {
    reason: 'malformedRequest',
    sentence: 'That name cannot be used.',
    details: [{ path: 'name', problem: 'is empty' }],
  }
  answering(400, JSON.stringify(problem))
  expect(await callWei()).toEqual({ ok: false, problem })
})

test('a network that is down is a named problem, not an exception', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await callWei()).toEqual({ ok: false, problem: notReached })
})

test('an answer that breaks off half-way counts as not reached', async () => {
  vi.stubGlobal('fetch', async () => ({
    ok: true,
    status: 200,
    text: () => Promise.reject(new Error('cut')),
  }))
  expect(await callWei()).toEqual({ ok: false, problem: notReached })
})

test('a proxy that stands in for a server being restarted counts as not reached', async () => {
  answering(502, '<html>Bad gateway</html>')
  expect(await callWei()).toEqual({ ok: false, problem: notReached })
})

test.each([
  ['is no JSON', 200, 'hello'],
  ['has another shape', 200, '{"person":{"name":7}}'],
  ['fails without a name', 500, '<html>'],
])('an answer that %s is refused as not understood', async (_, status, body) => {
  answering(status, body)
  expect(await callWei()).toMatchObject({ ok: false, problem: { reason: 'notUnderstood' } })
})

test('every request says which protocol it speaks, and carries its body as JSON', async () => {
  const asked = answering(200, '{}')
  await callApi(startPostmortemEndpoint, { params: {}, body: { title: 'Pool ran dry', severity: 'SEV-1' } })
  const [request] = asked
  expect(request?.method).toBe('POST')
  expect(request?.headers.get('x-candor-protocol')).toBe(String(PROTOCOL_VERSION))
  expect(request?.headers.get('content-type')).toBe('application/json')
  expect(await request?.json()).toEqual({ title: 'Pool ran dry', severity: 'SEV-1' })
})

test('params fill the path and cannot leave it', async () => {
  const asked = answering(200, '{}')
  await callApi(openStageEndpoint, { params: { postmortemId: '../me?x=' as PostmortemId } })
  expect(asked[0]?.url).toBe('http://candor.test/api/postmortems/..%2Fme%3Fx%3D/stage')
})

test('headers of the caller are sent along: the shared screen shows its key', async () => {
  const asked = answering(200, '{}')
  await callApi(listPostmortemsEndpoint, { params: {}, headers: { authorization: 'Stage abc' } })
  expect(asked[0]?.headers.get('authorization')).toBe('Stage abc')
  expect(asked[0]?.method).toBe('GET')
})
