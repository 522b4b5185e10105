import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type EvidenceAsked, evidence } from '../../server/cli/evidence.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-evidence-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

function run(files: string[], options: Partial<EvidenceAsked> = {}) {
  const lines: string[] = []
  const complaints: string[] = []
  const asked = { json: true, ...options, files }
  const terminal = {
    say: (line: string) => lines.push(line),
    complain: (line: string) => complaints.push(line),
  }
  const code = evidence(asked, terminal)
  return {
    code,
    lines,
    complaints,
    records: options.json === false ? [] : lines.map((line): unknown => JSON.parse(line)),
  }
}

test('each thing is one JSON object on a line of its own, with what has to be asked for it', () => {
  const file = write('notes', '10:14 alert fired\n10:16 UTC Priya acked\n')
  const { code, records } = run([file], { date: '2026-03-11' })
  expect(code).toBe(0)
  expect(records).toMatchObject([
    {
      file,
      nativeId: null,
      at: null,
      precision: 'minute',
      text: 'alert fired',
      kindHint: 'alert',
      needs: ['zone'],
      problem: null,
    },
    { at: '2026-03-11T10:16:00.000Z', text: 'Priya acked', actor: null, needs: [] },
  ])
  expect(run([file], { date: '2026-03-11', zone: 'Europe/Berlin' }).records[0]).toMatchObject({
    at: '2026-03-11T09:14:00.000Z',
    needs: [],
  })
})

test('a file with a problem is named with its line, the others are shown, and the exit code is 1', () => {
  const broken = write('a.json', '[{"type":"message","text":"x","ts":"1773224343.000100"},\n{"typ')
  const good = write('b.txt', '2026-03-11T10:14:10Z up\n')
  const missing = join(folder, 'missing')
  const { code, records } = run([broken, missing, good])
  expect(code).toBe(1)
  expect(records).toMatchObject([
    { file: broken, text: 'x', problem: null },
    { file: broken, text: null, at: null, problem: expect.stringMatching(/^line 2: /), line: 2 },
    { file: missing, problem: 'does not exist' },
    { file: good, text: 'up' },
  ])
})

test('a file that says there is more than it holds has a problem', () => {
  const file = write(
    'page.json',
    '{"messages":[{"type":"message","text":"x","ts":"1773224343.000100"}],"has_more":true}',
  )
  const { code, records } = run([file])
  expect(code).toBe(1)
  expect(records[1]).toMatchObject({ problem: expect.stringContaining('more') })
})

test('the files of a folder are read together, whatever they are called', () => {
  write('x/one', '[{"type":"message","user":"U1AAA","text":"hi","ts":"1773224343.000100"}]')
  write('x/two', '[{"id":"U1AAA","team_id":"T1","name":"mei","profile":{"real_name":"Mei Lin"}}]')
  write('x/.DS_Store', 'junk')
  const { code, records } = run([join(folder, 'x')])
  expect(code).toBe(0)
  expect(records).toMatchObject([{ actor: 'Mei Lin', file: join(folder, 'x', 'one') }])
})

describe('for people', () => {
  test('a line is one line, and obeys no code of the file', () => {
    const file = write('n', `2026-03-11T10:14:10Z first ${String.fromCharCode(27)}[31m\n  and more\n`)
    expect(run([file], { json: false }).lines).toEqual(['2026-03-11T10:14:10.000Z  other  first   and more'])
  })

  test('problems stand on the error stream', () => {
    const { lines, complaints } = run([write('e', '')], { json: false })
    expect(lines).toEqual([])
    expect(complaints).toEqual([expect.stringContaining('is empty')])
  })
})

test('what the page would ask can be answered beforehand, and is asked again where it is not', () => {
  const dates = write('dates.csv', 'time,what\n03/04/2026 10:14,up\n04/05/2026 10:15,down\n')
  const twice = write('twice.csv', 'time,what\n2026-10-25 02:30,up\n')
  const aged = write(
    'events',
    'LAST SEEN   TYPE     REASON    OBJECT    MESSAGE\n47s         Normal   Killing   pod/a     x\n',
  )
  const firstOf = (file: string, options: Partial<EvidenceAsked> = {}) => run([file], options).records[0]
  expect(firstOf(dates, { zone: 'UTC' })).toMatchObject({ at: null, needs: ['dateOrder'] })
  expect(firstOf(dates, { zone: 'UTC', 'date-order': 'dmy' })).toMatchObject({
    at: '2026-04-03T10:14:00.000Z',
  })
  expect(firstOf(dates, { zone: 'UTC', 'date-order': 'mdy' })).toMatchObject({
    at: '2026-03-04T10:14:00.000Z',
  })
  const zone = 'Europe/Berlin'
  expect(firstOf(twice, { zone })).toMatchObject({ at: null, needs: ['repeatedHour'] })
  expect(firstOf(twice, { zone, 'repeated-hour': 'first' })).toMatchObject({ at: '2026-10-25T00:30:00.000Z' })
  expect(firstOf(twice, { zone, 'repeated-hour': 'second' })).toMatchObject({
    at: '2026-10-25T01:30:00.000Z',
  })
  expect(firstOf(aged)).toMatchObject({ at: null, needs: ['anchor'] })
  expect(firstOf(aged, { anchor: '2026-03-11T10:30:00Z' })).toMatchObject({ at: '2026-03-11T10:29:13.000Z' })
  expect(firstOf(aged, { zone, anchor: '2026-03-11 11:30' })).toMatchObject({
    at: '2026-03-11T10:29:13.000Z',
  })
})

test.each([
  [{ date: '2026-02-31' }, '2026-02-31'],
  [{ 'date-order': 'ymd' }, 'dmy or mdy'],
  [{ 'repeated-hour': 'toString' }, 'first or second'],
  [{ anchor: '2026-03-11T10:30' }, '--zone'],
  [{ anchor: 'now' }, 'no instant'],
])('the answer %j is refused, and nothing is read', (options, said) => {
  expect(run(['x'], options)).toMatchObject({
    code: 1,
    lines: [],
    complaints: [expect.stringContaining(said)],
  })
})

test('what is piped in is read like a file, and flags are those of the help', () => {
  const file = write('b', '2026-03-11T10:14:10Z up\n')
  const answers = ['--zone', '-07:00', '--anchor', '2026-03-11T10:30:00Z']
  const args = ['--disable-warning=ExperimentalWarning', 'server/candor.ts', 'evidence', '-', file, '--json']
  const input = 'T+3 minutes: rolled back\n2026-03-11 03:40 back up\n'
  const { stdout, status } = spawnSync(process.execPath, [...args, ...answers], { input, encoding: 'utf8' })
  expect(status).toBe(0)
  const lines = stdout.trim().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { file: '-', at: '2026-03-11T10:33:00.000Z' },
    { file: '-', at: '2026-03-11T10:40:00.000Z' },
    { file, at: '2026-03-11T10:14:10.000Z' },
  ])
})

test('a zone or a day that is none is refused before anything is read', () => {
  expect(run(['x'], { zone: 'Mars/Base' })).toMatchObject({
    code: 1,
    lines: [],
    complaints: [expect.stringContaining('Mars/Base')],
  })
  expect(run(['x'], { date: '11.3.2026' })).toMatchObject({ code: 1, lines: [] })
})
