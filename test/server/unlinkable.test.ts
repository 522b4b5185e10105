import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { backup } from '../../server/cli/backup.ts'
import { createSeal } from '../../server/createSeal.ts'
import { hashOfKey, newSecretKey } from '../../server/people/secretKey.ts'
import { revealedOf } from '../../server/sealed-answers/answerRows.ts'
import { createAnswerSeal } from '../../server/sealed-answers/answerSeal.ts'
import { revealAnswers, sealAnswer } from '../../server/sealed-answers/sealedBook.ts'
import { openDatabase } from '../../server/storage/database.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { dumpDatabase } from '../fixtures/dumpDatabase.ts'
import { answering } from '../harness/answering.ts'
import { kendallTau } from '../harness/kendallTau.ts'
import { startedPostmortem, startTestServer, type Visitor } from '../harness/startTestServer.ts'
import { asPerson, asPostmortem } from '../shared/ids.ts'

const PEOPLE = 6
const SESSIONS = 60

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Anybody may come before anybody: the truth of each session, which the guesses are held against. */
const inAnyOrder = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item)

const answerSeal = createAnswerSeal(createSeal())

/** Postmortem number `run`, and answers sealed in it one after the other: their texts and keys, in that order. */
function sealInTurn(database: DatabaseSync, run: number, count: number) {
  if (run === 0) database.exec("INSERT INTO people VALUES ('fay', 'Fay', 0)")
  database.exec(
    `INSERT INTO postmortems (postmortem_id, title, services, created_at) VALUES ('p${run}', '', '[]', 0)`,
  )
  const asked = { postmortemId: asPostmortem(`p${run}`), questionId: 'helped' } as const
  const answers = Array.from({ length: count }, (_, place) => ({
    key: newSecretKey(),
    text: `answer ${place}`,
  }))
  for (const answer of answers)
    sealAnswer({ database, answerSeal }, asked, asPerson('fay'), { ...answer, withoutName: true })
  return { asked, answers }
}

test('the order of the reveal tells nothing of the order in which answers were sealed', () => {
  const database = openDatabase(':memory:')
  const taus = Array.from({ length: 100 }, (_, run) => {
    const { asked, answers } = sealInTurn(database, run, 10)
    const { postmortemId } = asked
    revealAnswers(
      { database, answerSeal },
      { postmortemId, questionIds: ['helped'] },
      { by: asPerson('fay'), at: 0 },
    )
    return kendallTau(
      answers.map(({ text }) => text),
      revealedOf(database, asked).map(({ text }) => text),
    )
  })
  database.close()
  expect(Math.abs(mean(taus))).toBeLessThan(0.2)
  // And it is not one order that happens to be half like it.
  expect(new Set(taus).size).toBeGreaterThan(5)
})

test('where an answer lies in the file tells nothing of when it was sealed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'candor.db')
  const database = openDatabase(file)
  const sealed = Array.from({ length: 400 }, (_, run) => sealInTurn(database, run, 6).answers)
  database.close()
  const bytes = readFileSync(file)
  /** Whether the later one of two lies behind the earlier; left out where they are on different pages. */
  const laterBehind = sealed.flatMap((answers) => {
    const places = answers.map(({ key }) => bytes.lastIndexOf(hashOfKey(key)))
    return places.flatMap((place, position) =>
      places
        .slice(position + 1)
        .flatMap((later) => (Math.floor(place / 4_096) === Math.floor(later / 4_096) ? [later > place] : [])),
    )
  })
  expect(laterBehind.length).toBeGreaterThan(2_000)
  // Rows that are written as they come deviate by 0.056.
  expect(Math.abs(mean(laterBehind.map(Number)) - 0.5)).toBeLessThan(0.035)
})

type Session = {
  /** Who wrote it, by the hash of the key it was sealed with, in hex: known to the test alone. */
  authorOf: Map<string, PersonId>
  postmortemId: PostmortemId
}

/** People come in some order, and answer in another, a while apart, and do something under their name before and after. */
async function meetOnce(people: readonly Visitor[], pass: () => void): Promise<Session> {
  const [maker] = people
  if (!maker) throw new Error('Nobody is here.')
  const { postmortemId, meetingId } = await startedPostmortem(maker)
  for (const person of inAnyOrder(people)) {
    pass()
    await person.join(postmortemId)
  }
  await answering(maker, postmortemId).choose('anonymous', ['helped'])
  const authorOf: Session['authorOf'] = new Map()
  for (const person of inAnyOrder(people)) {
    pass()
    await person.command(meetingId, { type: 'raiseHand', kind: 'newPoint', note: '' })
    const own = answering(person, postmortemId)
    await own.look()
    const { status } = await own.seal('helped', `Nobody can tell whose this is. ${Math.random()}`)
    if (status !== 200) throw new Error('An answer was not sealed.')
    authorOf.set(hashOfKey(own.keys[0]?.key ?? '').toString('hex'), person.personId)
    await person.command(meetingId, { type: 'lowerHand', personId: person.personId })
  }
  return { authorOf, postmortemId }
}

test('nothing in database, log, history, audit log and backup joins a nameless answer to its author better than chance', {
  timeout: 180_000,
}, async () => {
  let now = Date.UTC(2026, 2, 10, 10)
  const pass = () => {
    now += 61_000
  }
  const server = await startTestServer({
    clock: () => now,
    variables: { LIMIT_COMMANDS_PER_TEN_SECONDS: '10000', LIMIT_ANSWER_REQUESTS_PER_MINUTE: '10000' },
  })
  const people: Visitor[] = []
  for (let person = 0; person < PEOPLE; person++) {
    pass()
    people.push(await server.visitor(`Person ${person}`))
  }
  const sessions: Session[] = []
  for (let session = 0; session < SESSIONS; session++) sessions.push(await meetOnce(inAnyOrder(people), pass))
  const copy = join(server.dataDir, 'copy.candor')
  await backup(server.dataDir, copy, { say: () => {}, complain: () => {} })
  await server.close() // what sessions were last seen is in the database now

  const file = join(server.dataDir, 'candor.db')
  const database = new DatabaseSync(file, { readOnly: true })
  const all = (sql: string, id: string) => database.prepare(sql).all(id)
  const guesses = new Map<string, number[]>()
  for (const { authorOf, postmortemId } of sessions) {
    const rows = all(
      'SELECT hex(key_hash) AS hash, * FROM sealed_answers WHERE postmortem_id = ?',
      postmortemId,
    )
    expect(rows).toHaveLength(PEOPLE)
    expect(rows.map(({ person_id }) => person_id)).toEqual(rows.map(() => null))
    const hashes = rows.map(({ hash }) => String(hash).toLowerCase())
    const authors = [...authorOf.values()]
    const inFile = (bytes: Buffer) =>
      [...hashes].sort(
        (a, b) => bytes.lastIndexOf(Buffer.from(a, 'hex')) - bytes.lastIndexOf(Buffer.from(b, 'hex')),
      )
    const ordersOfAnswers: Record<string, string[]> = {
      'as they are read': hashes,
      'by what is sealed': [...rows]
        .sort((a, b) => (String(a.sealed) < String(b.sealed) ? -1 : 1))
        .map(({ hash }) => String(hash).toLowerCase()),
      'as they lie in the database': inFile(readFileSync(file)),
      'as they lie in the backup': inFile(readFileSync(copy)),
    }
    const byColumn = (sql: string, id: string = postmortemId) =>
      all(sql, id).flatMap(({ person }) => authors.find((author) => author === person) ?? [])
    const ordersOfPeople: Record<string, PersonId[]> = {
      'as they joined': [
        ...new Set(
          byColumn(
            `SELECT sender AS person FROM meeting_entries JOIN meetings USING (meeting_id)
             WHERE postmortem_id = ? AND events LIKE '%memberJoined%' ORDER BY from_version`,
          ),
        ),
      ],
      'as they last raised a hand': [
        ...new Set(
          byColumn(
            `SELECT sender AS person FROM meeting_entries JOIN meetings USING (meeting_id)
             WHERE postmortem_id = ? AND events LIKE '%handRaised%' ORDER BY at`,
          ),
        ),
      ],
      'by id': [...authors].sort(),
      'as they came into the workspace': [
        ...new Set(
          byColumn(
            'SELECT person_id AS person FROM audit_entries WHERE number > ? AND person_id IS NOT NULL ORDER BY number',
            '0',
          ),
        ),
      ],
      'as their sessions were last seen': [
        ...new Set(
          byColumn(
            'SELECT person_id AS person FROM sessions WHERE session_id > ? ORDER BY last_seen_at, rowid',
            '',
          ),
        ),
      ],
    }
    for (const [answersBy, answers] of Object.entries(ordersOfAnswers)) {
      for (const [peopleBy, order] of Object.entries(ordersOfPeople)) {
        expect(order, peopleBy).toHaveLength(PEOPLE)
        const right = answers.filter((hash, place) => authorOf.get(hash) === order[place]).length
        const name = `${answersBy}, people ${peopleBy}`
        guesses.set(name, [...(guesses.get(name) ?? []), right / PEOPLE])
        const reversed = answers.filter((hash, place) => authorOf.get(hash) === order.at(-1 - place)).length
        guesses.set(`${name}, reversed`, [...(guesses.get(`${name}, reversed`) ?? []), reversed / PEOPLE])
      }
    }
  }
  database.close()
  // By chance one of six is right. Over 60 sessions, a share of right guesses deviates by 0.02; all 40 are looked at.
  const better = [...guesses].filter(([, shares]) => mean(shares) > 1 / PEOPLE + 0.1)
  expect(guesses.size).toBe(40)
  expect(better.map(([name, shares]) => `${name}: ${mean(shares)}`)).toEqual([])

  // No id or text of a person stands beside an answer, and the log knows no person at all.
  const { sql } = dumpDatabase(file)
  const answers = sql.split('\n').filter((row) => row.startsWith('INSERT INTO sealed_answers'))
  expect(answers).toHaveLength(SESSIONS * PEOPLE)
  const log = JSON.stringify(server.logged)
  expect(log).toContain('/sealed-answers')
  for (const { personId } of people) {
    expect(answers.filter((row) => row.includes(personId))).toEqual([])
    expect(log).not.toContain(personId)
  }
  // Looking and sealing are the same line, so that not even when somebody answered can be read.
  const written: { path?: string; method?: string; status?: number }[] = JSON.parse(log)
  const lines = written.filter(({ path }) => path?.endsWith('/sealed-answers'))
  expect(new Set(lines.map(({ method, status }) => `${method} ${status}`))).toEqual(new Set(['POST 200']))
  expect(sql.match(/'answers\w+'/g)).toEqual(sessions.map(() => "'answersMadeMorePrivate'"))
})
