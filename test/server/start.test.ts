import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseEnv } from '../../server/env.ts'
import { defaultLimits } from '../../server/limits.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { spawnServer } from '../harness/spawnServer.ts'

const gitlab = 'test/evidence/incidents/gitlab-2017-01-31.json'
const newFolder = () => mkdtempSync(join(tmpdir(), 'candor-start-'))

/** Runs a program of the server to its end. */
const run = (program: string, args: string[], env: Record<string, string>) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const node = ['--disable-warning=ExperimentalWarning', program, ...args]
    execFile(process.execPath, node, { env: { ...process.env, PORT: '0', ...env } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
const candor = (dataDir: string, ...args: string[]) => run('server/candor.ts', args, { DATA_DIR: dataDir })

test('every wrong variable is named, with what it got and what it takes', () => {
  expect(parseEnv({})).toEqual({
    ok: true,
    value: {
      port: 4100,
      host: '127.0.0.1',
      dataDir: './data',
      logLevel: 'info',
      publicUrl: null,
      trustedProxies: [],
      mail: null,
      singleSignOn: null,
      limits: defaultLimits,
    },
  })
  const parsed = parseEnv({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'candor.example.org/rooms',
    TRUST_PROXY: 'nginx',
    LIMIT_BODY_BYTES: 'lots',
    LIMIT_FRAMES: '3',
  })
  expect(parsed.ok ? [] : parsed.problem).toEqual([
    'PORT is “70000”; it takes a whole number from 0 to 65535; 0 takes a free port.',
    'LOG_LEVEL is “loud”; it takes one of debug, info, warn, error.',
    'PUBLIC_URL is “candor.example.org/rooms”; it takes the address people open, like https://candor.example.org, with no path behind it.',
    'TRUST_PROXY is “nginx”; it takes loopback, or the addresses or networks of the proxies in front of Candor, like 10.0.0.5, 10.1.0.0/16.',
    'LIMIT_BODY_BYTES is “lots”; it takes a number above 0.',
    'LIMIT_FRAMES is set, and there is no such limit. The README lists them.',
  ])
})

test('limits, the public address and the proxies come from the environment', () => {
  const parsed = parseEnv({
    PUBLIC_URL: 'https://Candor.example.org/',
    TRUST_PROXY: 'loopback, 10.1.0.0/16',
    LIMIT_BODY_BYTES: '1000',
    LIMIT_COMMANDS_PER_TEN_SECONDS: '7',
  })
  expect(parsed).toMatchObject({
    value: {
      publicUrl: 'https://candor.example.org',
      trustedProxies: ['loopback', '10.1.0.0/16'],
      limits: { ...defaultLimits, bodyBytes: 1000, commandsPerTenSeconds: 7 },
    },
  })
})

test('a second process on one data folder is refused, a taken port is named, and Ctrl-C lets the folder go', async () => {
  const dataDir = newFolder()
  const first = await spawnServer({ dataDir })
  onTestFinished(() => first.kill())
  const second = await run('server/main.ts', [], { DATA_DIR: dataDir })
  expect([second.code, second.err]).toEqual([
    1,
    expect.stringContaining(`in use by process ${first.process.pid}`),
  ])

  const port = new URL(first.address).port
  const third = await run('server/main.ts', [], { DATA_DIR: newFolder(), PORT: port })
  expect([third.code, third.err]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`)])

  expect(statSync(join(dataDir, 'operator.key')).mode & 0o777).toBe(0o600)
  const key = readFileSync(join(dataDir, 'operator.key'), 'utf8')
  await first.stop()
  expect(readdirSync(dataDir)).not.toContain('running.json')
  const again = await spawnServer({ dataDir })
  onTestFinished(() => again.kill())
  expect(readFileSync(join(dataDir, 'operator.key'), 'utf8')).toBe(key)
  expect((await fetch(`${again.address}/healthz`)).status).toBe(200)
})

test('a Ctrl-C that arrives again and again, from the terminal and from the launcher, is still an orderly stop', async () => {
  const dataDir = newFolder()
  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const ended = once(server.process, 'exit')
  const insisting = setInterval(() => server.process.kill('SIGINT'), 1)
  onTestFinished(() => clearInterval(insisting))
  expect(await ended).toEqual([0, null])
  expect(readdirSync(dataDir).sort()).toEqual([
    'candor.db',
    'candor.lock',
    'operator.key',
    'sealed-answers.key',
  ])
})

test('candor import works with the server stopped and running, and one bad file does not keep the good ones out', async () => {
  const dataDir = newFolder()
  const bad = join(dataDir, 'bad.json')
  writeFileSync(bad, '{"schema":"evidence-incident/1"}')
  const stopped = await candor(dataDir, 'import', gitlab, bad, join(dataDir, 'missing.json'))
  expect(stopped.code).toBe(1)
  expect(stopped.out.trim().split('\n')).toEqual([
    expect.stringMatching(/^Primary database .* {2}\/p\/[\w-]+$/),
  ])
  expect(stopped.err.trim().split('\n')).toEqual([
    expect.stringContaining(`${bad}: title: is missing`),
    `${join(dataDir, 'missing.json')}: file: does not exist`,
  ])

  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const running = await candor(dataDir, 'import', gitlab)
  expect([running.code, running.err]).toEqual([0, ''])
  const database = openDatabase(join(dataDir, 'candor.db'))
  expect(database.prepare('SELECT count(*) AS count FROM postmortems').get()?.count).toBe(2)
  database.close()
})

test('candor says how it is used, and a wrong use ends with 1 and one line', async () => {
  const help = await candor(newFolder(), '--help')
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('candor import FILE...')])
  const wrong = await candor(newFolder(), 'fly')
  expect([wrong.code, wrong.err.trim().split('\n')]).toEqual([1, [expect.stringContaining('fly')]])
})

test('a database of a newer program is refused in a sentence', async () => {
  const dataDir = newFolder()
  const database = openDatabase(join(dataDir, 'candor.db'))
  database.exec('PRAGMA user_version = 999')
  database.close()
  const { code, err } = await run('server/main.ts', [], { DATA_DIR: dataDir })
  expect([code, err]).toEqual([1, expect.stringMatching(/newer/)])
})
