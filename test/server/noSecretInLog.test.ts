import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { commandId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { openStageEndpoint, reportPath, startPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer, joinMeeting, signIn } from '../harness/askServer.ts'
import { connectClient, syncUrl } from '../harness/connectClient.ts'
import { frames, openRawSocket } from '../harness/rawSocket.ts'
import { spawnServer } from '../harness/spawnServer.ts'

test('a whole meeting, with everything that can go wrong in it, leaves no key, no name and no word of it in the log', {
  timeout: 30_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-log-'))
  let log = ''
  const server = await spawnServer({
    dataDir,
    variables: { LOG_LEVEL: 'debug', LIMIT_COMMANDS_PER_TEN_SECONDS: '8' },
    hear: (text) => {
      log += text
    },
  })
  onTestFinished(server.kill)
  const { address } = server
  const operatorKey = readFileSync(join(dataDir, 'operator.key'), 'utf8').trim()
  const fay = { address, ...(await signIn(address, 'Canary Fay')) }
  const sam = { address, ...(await signIn(address, 'Canary Sam')) }
  const body = { title: 'Canary title', severity: 'SEV-2' }
  const { postmortemId, meetingId } = await askServer(fay, startPostmortemEndpoint, { body })
  await joinMeeting(sam, postmortemId)
  const { stageKey } = await askServer(fay, openStageEndpoint, { params: { postmortemId } })

  // What people write and say, stored, refused and too often.
  const client = connectClient({ address, postmortemId, headers: { cookie: fay.cookie }, withPresence: true })
  onTestFinished(client.close)
  client.presence.setLocalState({ editing: 'canary presence' })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  client.edit((doc) => doc.getText('summary').insert(0, 'Canary summary'))
  client.edit((doc) => doc.getMap('cards').set('canary-card', new Y.Map([['text', 'Canary card']])))
  await client.barrier()
  client.ask({ type: 'canary message', text: 'Canary request' })
  const command = (asking: typeof fay, wanted: MeetingCommand | object, number: number) => {
    const params = { meetingId }
    const sent = { commandId: commandId.parse(`c-${number}`), command: wanted }
    return askServer(asking, runCommandEndpoint, { params, body: sent }).catch(() => null)
  }
  await command(fay, { type: 'startMeeting' }, 0)
  for (let number = 1; number < 12; number++)
    await command(fay, { type: 'setPrompt', prompt: 'Canary prompt' }, number)
  await command(sam, { type: 'endMeeting' }, 20)
  await command(sam, { type: 'canary command', canaryKey: 'Canary value' }, 21)

  // The shared screen, and everything with a key where it does not belong.
  const stage = { authorization: `Stage ${stageKey}` }
  const token = fay.cookie.split('=')[1] ?? ''
  for (const [path, headers] of [
    ['/api/stage', stage],
    [`/stage/${stageKey}`, {}],
    ...['setup', 'sign-in', 'invitation', 'guest', 'api/invitations', 'api/guest-links'].map(
      (way) => [`/${way}/${token}`, {}] as const,
    ),
    [`/stage/${stageKey}/?stage=${stageKey}`, { referer: `${address}/stage/${stageKey}` }],
    ['/api/postmortems', { authorization: `Operator ${operatorKey}` }],
    ['/api/postmortems', { authorization: `Operator ${operatorKey}x` }],
    [`/api/elsewhere?session=${token}`, { cookie: fay.cookie }],
    [reportPath(postmortemId), { cookie: fay.cookie }],
    ['/metrics', { authorization: `Operator ${operatorKey}` }],
  ] as const) {
    await (await fetch(address + path, { headers })).text()
  }
  for (const text of ['{"name":"Canary broken', '{"name":"Canary\\u0000Name"}', '{"Canary":1}'])
    await fetch(`${address}/api/me`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: sam.cookie },
      body: text,
    })
  for (const [path, said] of [
    ['sign-in', { email: 'canary@example.org', password: 'Canary password' }],
    ['sign-in', { email: 'no canary address', password: 'Canary password' }],
    ['sign-in/link', { key: token }],
    [
      'setup',
      {
        setupKey: token,
        name: 'Canary',
        email: 'canary@example.org',
        password: 'canary pass words',
        workspaceName: 'Canary',
      },
    ],
    [`invitations/${token}/accept`, { name: 'Canary', password: 'canary pass words' }],
  ] as const)
    await fetch(`${address}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
    })
  await fetch(`${address}/api/postmortems/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: sam.cookie },
    body: JSON.stringify({ fileName: 'Canary.json', text: '{"title":"Canary file","Canary":' }),
  })

  // Sockets of every kind, and how they end.
  const content = contentDocumentName(postmortemId)
  const rude = [
    Uint8Array.of(9, 9, 9),
    frames.sync(content, 2, new TextEncoder().encode('Canary bytes that are no update')),
    frames.sync(content, 0, new TextEncoder().encode('\xff\xff\xffCanary')),
    frames.awareness(presenceDocumentName(postmortemId), [{ clientId: 1, clock: 1, state: 'Canary state' }]),
    frames.attach('Canary document'),
    'Canary text',
  ]
  for (const message of rude) {
    const socket = openRawSocket(syncUrl(address), { cookie: sam.cookie })
    await socket.opened
    socket.send(frames.attach(content))
    socket.send(frames.attach(presenceDocumentName(postmortemId)))
    socket.send(message)
    await socket.closed
  }
  for (const [query, headers] of [
    [{ stage: stageKey }, {}],
    [{ stage: `${stageKey}x` }, {}],
    [{}, { cookie: `candor_session=${token}x` }],
    [{ stage: stageKey }, { origin: 'https://canary.example' }],
  ] as const) {
    const socket = openRawSocket(syncUrl(address, query), headers)
    await Promise.race([socket.opened, socket.closed])
    socket.close()
  }
  const yws = `${address.replace('http', 'ws')}/yws/${content}?stage=${stageKey}&canary=1`
  const script = openRawSocket(yws, {})
  await script.opened
  script.send(Uint8Array.of(5, 5, 5))
  await script.closed
  client.close()
  await server.stop()

  // The log was written, in both its parts; and none of this is in it.
  expect(log).toContain('"path":"/stage/…"')
  expect(log).toContain('A socket was closed')
  expect(log).toContain('"reason":"tooManyAttempts"')
  const secrets = [fay.cookie, sam.cookie].map((cookie) => cookie.split('=')[1] ?? '')
  for (const secret of [...secrets, stageKey, operatorKey]) {
    expect(secret.length).toBeGreaterThan(40)
    expect(log).not.toContain(secret)
  }
  expect(log.split('\n').filter((line) => /canary/i.test(line))).toEqual([])
})
