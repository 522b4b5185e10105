import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../server/storage/database.ts'
import { foundOwner } from '../harness/owners.ts'
import { spawnServer } from '../harness/spawnServer.ts'
import { startTestServer } from '../harness/startTestServer.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'candor-link-'))

const candor = (variables: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const node = ['--disable-warning=ExperimentalWarning', 'server/candor.ts', 'sign-in-link', ...args]
    execFile(process.execPath, node, { env: { ...process.env, ...variables } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out.trim(), err: err.trim() }),
    )
  })

const inDatabase = (dataDir: string, sql: string) => {
  using database = openDatabase(join(dataDir, 'candor.db'))
  return database.prepare(sql).all()
}
const ownersEmail = (dataDir: string) => String(inDatabase(dataDir, 'SELECT email FROM accounts')[0]?.email)

const signIn = (address: string, link: string) =>
  fetch(`${address}/api/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: link.split('/').at(-1) }),
  })

test('an owner who is locked out gets in by the command line, with the server stopped and running, and it stands in the log', async () => {
  const dataDir = newFolder()
  {
    using database = openDatabase(join(dataDir, 'candor.db'))
    foundOwner(database)
  }
  const DATA_DIR = dataDir
  const email = ownersEmail(dataDir)
  const stopped = await candor({ DATA_DIR, PORT: '4123' }, email.toUpperCase())
  expect(stopped).toMatchObject({ code: 0, err: '' })
  expect(stopped.out).toMatch(/^http:\/\/127\.0\.0\.1:4123\/sign-in\/[\w-]{43}$/)
  const known = await candor({ DATA_DIR, PUBLIC_URL: 'https://candor.example.org' }, email)
  expect(known.out).toMatch(/^https:\/\/candor\.example\.org\/sign-in\/[\w-]{43}$/)

  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const running = await candor({ DATA_DIR }, email)
  expect(running).toMatchObject({ code: 0, err: '' })
  expect(running.out).toMatch(new RegExp(`^${server.address}/sign-in/[\\w-]{43}$`))
  for (const { out } of [stopped, known, running]) {
    expect((await signIn(server.address, out)).status).toBe(200)
    expect((await signIn(server.address, out)).status).toBe(404)
  }
  const made = "SELECT person_id, subject FROM audit_entries WHERE action = 'signInLinkMade'"
  expect(inDatabase(dataDir, made)).toEqual(Array(3).fill({ person_id: null, subject: 'Olga Owner' }))
}, 30_000)

test('an address nobody has, what is no address, and a folder without a database end with 1 and one line', async () => {
  const dataDir = newFolder()
  const nowhere = await candor({ DATA_DIR: dataDir }, 'nobody@example.org')
  expect([nowhere.code, nowhere.out, nowhere.err]).toEqual([1, '', expect.stringContaining('no database')])
  expect(existsSync(join(dataDir, 'candor.db'))).toBe(false)

  openDatabase(join(dataDir, 'candor.db')).close()
  const nobody = 'candor sign-in-link: Nobody here has this e-mail address. No link was made.'
  const stopped = await candor({ DATA_DIR: dataDir }, 'nobody@example.org')
  expect([stopped.code, stopped.out, stopped.err]).toEqual([1, '', expect.stringContaining(nobody)])
  expect(await candor({ DATA_DIR: dataDir }, 'nobody')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Write an e-mail address'),
  })
  expect((await candor({ DATA_DIR: dataDir })).err).toContain('name one e-mail address.')

  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const running = await candor({ DATA_DIR: dataDir }, 'nobody@example.org')
  expect([running.code, running.out, running.err]).toEqual([1, '', stopped.err])
}, 30_000)

test('only the operator key makes such a link; for everybody else, an owner too, there is nothing at the address', async () => {
  const server = await startTestServer()
  const owner = await server.owner()
  const body = { email: ownersEmail(server.dataDir) }
  const path = '/api/operator/sign-in-link'
  const asked = await owner.post(path, body)
  expect([asked.status, asked.body.reason]).toEqual([404, 'noSuchAddress'])
  const withKey = async (key: string) =>
    (await owner.post(path, body, { authorization: `Operator ${key}` })).status
  expect(await withKey('guessed')).toBe(404)
  expect(await withKey(readFileSync(join(server.dataDir, 'operator.key'), 'utf8').trim())).toBe(200)
})
