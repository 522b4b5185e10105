import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs a program to its end and answers what it printed; a loss it found makes it end with 1. */
const run = (program: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const node = ['--disable-warning=ExperimentalWarning', program, ...args]
    execFile(process.execPath, node, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
const torture = (...args: string[]) => run('test/torture/torture.ts', '--json', ...args)

test('what was shown as Saved is there after every kill -9, once, whatever the server was in the middle of', async () => {
  const { code, out, err } = await torture('--kills', '30', '--seed', '20261124')
  expect(err).toContain('kill 30, ')
  const result = JSON.parse(out)
  expect(result).toMatchObject({ kills: 30, lost: 0, doubled: 0 })
  expect(result.acknowledged).toBeGreaterThan(100)
  expect(result.deletions).toBeGreaterThan(10)
  expect(result.offlineSpells).toBeGreaterThan(0)
  expect(result.checkpoints).toBeGreaterThanOrEqual(result.commands)
  const { byKind } = result
  expect(Object.keys(byKind).sort()).toEqual([
    'checkpointing',
    'compacting',
    'slowDisk',
    'starting',
    'typing',
  ])
  expect(Object.values<number>(byKind).reduce((sum, kills) => sum + kills, 0)).toBe(30)
  expect(code).toBe(0)
}, 180_000)

test('the same look finds the losses of a server that stores only every two seconds', async () => {
  const { code, out } = await torture('--kills', '5', '--seed', '20261124', '--against', 'debounced')
  expect(JSON.parse(out).lost).toBeGreaterThan(0)
  expect(code).toBe(1)
}, 120_000)

test('the bench prints its figures and nothing else', async () => {
  const { code, out } = await run('test/bench/bench.ts', '--quick', '--json')
  expect(code).toBe(0)
  const { figures } = JSON.parse(out)
  expect(figures.length).toBeGreaterThan(5)
  for (const figure of figures) {
    expect(Object.keys(figure).sort()).toEqual(['id', 'ours', 'peers', 'ratio', 'unit'])
    expect(typeof figure.ours).toBe('number')
  }
}, 180_000)

test('a soak stops by itself and tells memory, handles and latency', async () => {
  const { code, out } = await run(
    'test/soak/soak.ts',
    ...['--minutes', '0.3', '--rooms', '2', '--people', '3', '--json'],
  )
  const result = JSON.parse(out)
  expect(result).toMatchObject({ rooms: 2, people: 6 })
  expect(result.edits).toBeGreaterThan(50)
  expect(result.latencyMs.last.p50).toBeGreaterThan(0)
  expect(typeof result.slopeMiBPerHour.heap).toBe('number')
  expect(result.handles.last.TCPSocketWrap).toBeGreaterThanOrEqual(6)
  expect(code).toBe(0)
}, 60_000)
