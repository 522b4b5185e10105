import { expect, test } from 'vitest'
import { personName } from '../../shared/wire/people.ts'
import { reportPath } from '../../shared/wire/postmortems.ts'
import { startedPostmortem, startTestServer } from '../harness/startTestServer.ts'

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['a control character', 'Fay\u0000'],
  ['a line break', 'Fay\nFacilitator'],
  ['a line separator', 'Fay\u2028x'],
  ['a turn of direction', 'Fay\u202Ednil'],
  ['an isolate', '\u2066Fay\u2069'],
  ['a zero width space', 'Fa\u200By'],
  ['a byte order mark', 'F\uFEFFay'],
  ['a letter that shows nothing', '\u3164'],
  ['half a character', '\uD800'],
  ['ten thousand letters', 'x'.repeat(10_000)],
])('%s is no name', (_what, name) => {
  expect(personName.safeParse(name).success).toBe(false)
})

test.each([
  'Fay',
  'Zoë Ångström',
  '李小龍',
  'أحمد',
  'O’Neill-Smith',
  '🦊',
  '<b>Mal</b>',
  '__proto__',
  'constructor',
])('%s is a name, and is shown as it is written', async (name) => {
  const server = await startTestServer()
  const visitor = await server.visitor(name)
  expect((await visitor.get('/api/me')).body).toMatchObject({ person: { name } })
})

test('a prototype key in a body is a malformed request, and nothing was polluted', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  for (const body of [
    '{"name":"Fay","__proto__":{"isAdmin":true}}',
    '{"name":"Fay","constructor":{"prototype":{"isAdmin":true}}}',
  ]) {
    expect([body, (await fay.post('/api/me', body)).status]).toEqual([body, 400])
  }
  expect('isAdmin' in {}).toBe(false)
})

test.each([
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['page.html', '<!doctype html><script>alert(1)</script>'],
  ['incident.json', '<svg onload="alert(1)"/>'],
  ['incident.json', 'GIF89a<script>alert(1)</script>'],
])('%s is not taken for an incident file, and comes back to nobody', async (fileName, text) => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { status, body } = await fay.post('/api/postmortems/import', { fileName, text })
  expect([status, body]).toMatchObject([400, { reason: 'malformedFile' }])
  expect(JSON.stringify(body)).not.toMatch(/<svg|<script/)
  expect((await fay.get('/api/postmortems')).body).toEqual({ postmortems: [] })
})

test('nothing anybody wrote is ever sent as a page or a picture, and no browser guesses that it might be one', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('<script>alert(1)</script>')
  const markup = '<svg onload="alert(1)"> \u202E"; filename=evil.html'
  const { body } = await fay.post('/api/postmortems', { title: markup, severity: null })
  const id = String(body.postmortemId)
  await startedPostmortem(fay)
  const { cookie } = fay
  const ask = (path: string) =>
    fetch(server.address + path, { headers: { cookie, accept: 'text/html,image/svg+xml' } })
  for (const path of [
    '/api/me',
    '/api/postmortems',
    `/api/postmortems/${id}`,
    reportPath(id),
    '/api/<svg>',
    '/assets/<svg>.svg',
    `/api/postmortems/${id}/report.html`,
  ]) {
    const answer = await ask(path)
    expect([path, answer.headers.get('content-type')]).toEqual([
      path,
      expect.stringMatching(/^(application\/json|text\/markdown)/),
    ])
    expect([path, answer.headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    expect([path, answer.headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringContaining("script-src 'self';"),
    ])
  }
  const report = await ask(reportPath(id))
  expect(report.headers.get('content-disposition')).toBe(
    'attachment; filename=svg-onload-alert-1-filename-evil-html.md',
  )
})

test('the policy of the page allows nothing inline, nobody to frame it, and no base to move it', async () => {
  const { address } = await startTestServer()
  const policy = (await fetch(`${address}/`)).headers.get('content-security-policy') ?? ''
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  for (const part of [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy.split(';').map((directive) => directive.trim())).toContain(part)
})
