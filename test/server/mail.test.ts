import { readFileSync } from 'node:fs'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { pino } from 'pino'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { parseEnv } from '../../server/env.ts'
import { createSendMail } from '../../server/mail/createSendMail.ts'
import { invitationMail } from '../../server/mail/invitationMail.ts'
import { mailSettingsIn } from '../../server/mail/mailSettingsIn.ts'
import { signInLinkMail } from '../../server/mail/signInLinkMail.ts'
import { createSendSignInLink } from '../../server/people/createSendSignInLink.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { inviteEndpoint } from '../../shared/wire/workspaces.ts'
import { askServer } from '../harness/askServer.ts'
import { foundOwner } from '../harness/owners.ts'
import { startMailServer } from '../harness/startMailServer.ts'
import { startTestServer, type TestServer } from '../harness/startTestServer.ts'

const publicUrl = 'https://candor.example.org'
const variables = (port: number, given: Record<string, string> = {}) => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'Candor <candor@example.org>',
  PUBLIC_URL: publicUrl,
  ...given,
})

let logged = ''
const hear = (line: string) => {
  logged += line
}
beforeEach(() => {
  logged = ''
})

function sendMailWith(given: Record<string, string>, mostWaitMs?: number) {
  const settings = mailSettingsIn(given)
  if (!settings.ok || !settings.value) throw new Error('No mail is set up.')
  const logger = pino({ level: 'debug' }, { write: hear })
  return createSendMail(settings.value, { logger, ...(mostWaitMs && { mostWaitMs }) })
}

const link = `${publicUrl}/invitation/secret-key`
const invitation = { to: 'noor@example.org', invitedBy: 'Fay', workspaceName: 'Payments', link }

test('an invitation arrives as plain words with the link, from the address that was set', async () => {
  const server = await startMailServer()
  expect(await sendMailWith(variables(server.port))(invitationMail(invitation))).toBe('sent')
  const [mail] = server.received
  expect(mail).toMatchObject({
    from: 'candor@example.org',
    to: ['noor@example.org'],
    isEncrypted: false,
    signedInAs: null,
    headers: {
      from: 'Candor <candor@example.org>',
      to: 'noor@example.org',
      subject: 'Fay invites you to “Payments” on Candor',
      'content-type': 'text/plain; charset=utf-8',
    },
  })
  expect(mail?.text.split('\n')).toContain(link)
  expect(mail?.text).toContain('Fay would like to have you in the workspace “Payments”')
})

test('a sign-in link arrives unbroken', async () => {
  const server = await startMailServer()
  const signIn = { to: 'noor@example.org', link: `${publicUrl}/sign-in/${'k'.repeat(43)}` }
  expect(await sendMailWith(variables(server.port))(signInLinkMail(signIn))).toBe('sent')
  expect(server.received[0]?.text.split('\n')).toContain(signIn.link)
})

test('whatever a name or an address holds, there is one mail to one person, with no header more', async () => {
  const server = await startMailServer()
  const sendMail = sendMailWith(variables(server.port))
  const usual = 'noor@example.org'
  await sendMail(invitationMail(invitation))
  const expected = Object.keys(server.received[0]?.headers ?? {}).sort()
  for (const name of [
    'Eve\r\nBcc: all@example.org',
    'Eve\nX-Spy: 1',
    '\r\n\r\nAnother body',
    'Zoë “<b>” 雪',
  ]) {
    server.received.length = 0
    expect(await sendMail(invitationMail({ ...invitation, invitedBy: name, workspaceName: name }))).toBe(
      'sent',
    )
    expect(server.received).toMatchObject([{ to: [usual], headers: { to: usual } }])
    expect(Object.keys(server.received[0]?.headers ?? {}).sort()).toEqual(expected)
    const inOneLine = name.replace(/[\r\n]+/g, ' ')
    expect(server.received[0]?.headers.subject).toBe(`${inOneLine} invites you to “${inOneLine}” on Candor`)
  }
  for (const to of [
    'a@example.org, b@example.org',
    'a@example.org\r\nRCPT TO:<b@example.org>',
    'a@x> <b@y',
  ]) {
    server.received.length = 0
    await sendMail({ ...invitationMail(invitation), to })
    expect(server.received.flatMap((mail) => mail.to).filter((one) => one.startsWith('b@'))).toEqual([])
  }
})

test('the password is told to the mail server and to nobody else', async () => {
  const password = 'p@ss/word'
  const server = await startMailServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, answered) =>
      auth.username === 'candor' && auth.password === password
        ? answered(null, { user: auth.username })
        : answered(new Error('535 wrong')),
  })
  const url = (pass: string) => ({
    SMTP_URL: `smtp://candor:${encodeURIComponent(pass)}@localhost:${server.port}`,
  })
  expect(await sendMailWith(variables(server.port, url(password)))(invitationMail(invitation))).toBe('sent')
  expect(server.received[0]?.signedInAs).toBe('candor')
  expect(await sendMailWith(variables(server.port, url('p@ss/ward')))(invitationMail(invitation))).toBe(
    'failed',
  )
  expect(server.received).toHaveLength(1)
  expect(logged).toContain('EAUTH')
  expect(logged).not.toMatch(/p@ss|p%40ss|cEBzc/)
})

test('where the server offers STARTTLS the mail goes encrypted, to one whose certificate is vouched for and no other', async () => {
  const pem = readFileSync('test/fixtures/localhost.pem', 'utf8')
  const server = await startMailServer({ disabledCommands: ['AUTH'], key: pem, cert: pem })
  const sendMail = sendMailWith(variables(server.port, { SMTP_URL: `smtp://localhost:${server.port}` }))
  expect(await sendMail(invitationMail(invitation))).toBe('failed')
  expect(server.received).toEqual([])

  const trusted = getCACertificates()
  setDefaultCACertificates([...trusted, pem])
  onTestFinished(() => setDefaultCACertificates(trusted))
  expect(await sendMail(invitationMail(invitation))).toBe('sent')
  expect(server.received).toMatchObject([{ isEncrypted: true }])

  const encrypted = await startMailServer({ disabledCommands: ['AUTH'], key: pem, cert: pem, secure: true })
  const smtps = variables(encrypted.port, { SMTP_URL: `smtps://localhost:${encrypted.port}` })
  expect(await sendMailWith(smtps)(invitationMail(invitation))).toBe('sent')
  expect(encrypted.received).toMatchObject([{ isEncrypted: true }])
})

test('a mail that is not taken is “failed”, and the log says so without the address and the link', async () => {
  const refusing = await startMailServer({
    onRcptTo: ({ address }, _session, answered) =>
      answered(Object.assign(new Error(`no ${address} here`), { responseCode: 550 })),
  })
  expect(await sendMailWith(variables(refusing.port))(invitationMail(invitation))).toBe('failed')
  expect(logged).toContain('"responseCode":550')

  const gone = await startMailServer()
  await gone.close()
  expect(await sendMailWith(variables(gone.port))(invitationMail(invitation))).toBe('failed')
  expect(logged).toContain('ESOCKET')

  const silent = await startMailServer({ onConnect: () => {} })
  expect(await sendMailWith(variables(silent.port), 50)(invitationMail(invitation))).toBe('failed')
  expect(logged).toContain('ETIMEDOUT')
  expect(logged).not.toMatch(/noor|secret-key|Fay/)
})

test('mail is set up by SMTP_URL, MAIL_FROM and PUBLIC_URL together, and a wrong one is named without its password', () => {
  expect(
    mailSettingsIn(variables(25, { SMTP_URL: 'smtp://me%40example.org:s%23cret@mail.example.org' })),
  ).toEqual({
    ok: true,
    value: {
      server: {
        host: 'mail.example.org',
        port: 587,
        isEncrypted: false,
        signIn: { user: 'me@example.org', pass: 's#cret' },
      },
      from: { name: 'Candor', address: 'candor@example.org' },
    },
  })
  expect(mailSettingsIn({})).toEqual({ ok: true, value: null })
  const problems = (given: Record<string, string>) => {
    const env = parseEnv({ ...variables(25), ...given })
    return env.ok ? [] : env.problem
  }
  expect(problems({ MAIL_FROM: 'nobody@example.org' })).toEqual([])
  const wrongServer = [expect.stringMatching(/^SMTP_URL does not name a mail server; it takes smtp:/)]
  for (const SMTP_URL of [
    'mail.example.org',
    'http://mail.example.org',
    'smtp://me:canary/pass@mail.example.org',
    'smtp://me:canary%pass@mail.example.org',
    'smtp://me@mail.example.org',
    'smtp://mail.example.org/path',
  ]) {
    expect(problems({ SMTP_URL })).toEqual(wrongServer)
    expect(problems({ SMTP_URL }).join()).not.toContain('canary')
  }
  for (const MAIL_FROM of ['Candor', 'Candor <candor>', 'Candor\n <candor@example.org>', 'a@b.org, c@d.org'])
    expect(problems({ MAIL_FROM })).toEqual([expect.stringContaining(`MAIL_FROM is “${MAIL_FROM}”`)])
  expect(problems({ SMTP_URL: '', PUBLIC_URL: '' })).toEqual([
    'MAIL_FROM is set and SMTP_URL is not; mail needs both.',
    'Links in mails must lead somewhere: set PUBLIC_URL too, the address people open.',
  ])
  expect(problems({ MAIL_FROM: '' })).toEqual(['SMTP_URL is set and MAIL_FROM is not; mail needs both.'])
})

async function invite(server: TestServer, email: string) {
  const owner = await server.owner()
  const me = await owner.get('/api/me')
  const [workspace] = me.body.workspaces as { workspaceId: string }[] // the answer’s own shape
  const params = { workspaceId: workspace?.workspaceId ?? '' }
  const asking = { address: server.address, cookie: owner.cookie }
  return askServer(asking, inviteEndpoint, { params, body: { email, role: 'member' } })
}
const askForLink = (server: TestServer, email: string) =>
  fetch(`${server.address}/api/sign-in/mail`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })

test('whoever is invited gets the link by mail, or the inviter hears that they did not', async () => {
  const mailServer = await startMailServer()
  const server = await startTestServer({ variables: variables(mailServer.port) })
  const { link, mail } = await invite(server, 'noor@example.org')
  expect(mail).toBe('sent')
  expect(link).toMatch(/^https:\/\/candor\.example\.org\/invitation\/[\w-]{43}$/)
  expect(mailServer.received).toMatchObject([
    { to: ['noor@example.org'], text: expect.stringContaining(link) },
  ])
  await mailServer.close()
  expect((await invite(server, 'sam@example.org')).mail).toBe('failed')
  expect((await invite(await startTestServer(), 'sam@example.org')).mail).toBe('notSent')
})

test('who asks for a sign-in link hears the same whether anybody has the address; only who has it gets one, and it works once', async () => {
  const mailServer = await startMailServer()
  const server = await startTestServer({ variables: variables(mailServer.port) })
  const noor = await server.visitor('Noor')
  const { email } = (await noor.get('/api/account')).body
  mailServer.received.length = 0 // she was invited by mail
  const answers = [await askForLink(server, 'nobody@example.org'), await askForLink(server, String(email))]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['{}', '{}'])
  await vi.waitFor(() => expect(mailServer.received.map(({ to }) => to)).toEqual([[email]]))

  const key = /\/sign-in\/([\w-]{43})\n/.exec(mailServer.received[0]?.text ?? '')?.[1]
  const use = () =>
    fetch(`${server.address}/api/sign-in/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
  const [first, second] = [await use(), await use()]
  expect(await first.json()).toEqual({ person: { personId: noor.personId, name: 'Noor' } })
  expect(second.status).toBe(404)
})

test('sign-in links are asked for so often and no more, whether anybody has the address or not', async () => {
  const mailServer = await startMailServer()
  const limits = { LIMIT_SIGN_INS_PER_TEN_MINUTES: '2', LIMIT_SIGN_INS_PER_ADDRESS_PER_TEN_MINUTES: '7' }
  const server = await startTestServer({ variables: { ...variables(mailServer.port), ...limits } })
  const email = String((await (await server.visitor('Noor')).get('/api/account')).body.email)
  const asked: number[] = []
  for (const address of [
    email,
    'nobody@example.org',
    email,
    'nobody@example.org',
    email,
    'nobody@example.org',
  ])
    asked.push((await askForLink(server, address)).status)
  expect(asked).toEqual([200, 200, 200, 200, 429, 429])
  expect((await askForLink(server, 'first@example.org')).status).toBe(200)
  expect((await askForLink(server, 'second@example.org')).status).toBe(429)
})

test('nothing is looked up or stored before the answer is on its way: time does not tell who has an account', async () => {
  const database = openDatabase(':memory:')
  onTestFinished(() => database.close())
  foundOwner(database)
  const count = (table: string) => database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count
  const sent: string[] = []
  const send = createSendSignInLink({
    database,
    clock: () => 1,
    sendMail: async ({ to }) => {
      sent.push(to)
      return 'sent'
    },
    publicUrl,
    report: (error) => {
      throw error
    },
  })
  const email = String(database.prepare('SELECT email FROM accounts').get()?.email)
  send(email)
  await Promise.resolve()
  expect([count('sign_in_links'), sent]).toEqual([0, []])
  await vi.waitFor(() => expect([count('sign_in_links'), sent]).toEqual([1, [email]]))
})

test('a mail server that does not answer keeps nobody waiting who asks for a link', {
  timeout: 5_000,
}, async () => {
  const silent = await startMailServer({ onConnect: () => {} })
  const server = await startTestServer({ variables: variables(silent.port) })
  const { email } = (await (await server.owner()).get('/api/account')).body
  expect((await askForLink(server, String(email))).status).toBe(200)
})
