import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { backup } from '../../server/cli/backup.ts'
import { verifyDatabase } from '../../server/cli/verifyDatabase.ts'
import { newSecretKey } from '../../server/people/secretKey.ts'
import { reportPath } from '../../shared/wire/postmortems.ts'
import { answering } from '../harness/answering.ts'
import { connectClient } from '../harness/connectClient.ts'
import { comeAsGuest, makeGuestLink } from '../harness/guests.ts'
import { startedPostmortem, startTestServer } from '../harness/startTestServer.ts'

/** Fay facilitates, Sam and Noor take part, Olu watches; all have joined. */
async function openQuestions({ clock = () => Date.UTC(2026, 2, 10, 10) } = {}) {
  const server = await startTestServer({ clock })
  const [fay, sam, noor, olu] = [
    await server.visitor('Fay'),
    await server.visitor('Sam'),
    await server.visitor('Noor'),
    await server.visitor('Olu'),
  ]
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  await sam.join(postmortemId)
  await noor.join(postmortemId)
  await olu.join(postmortemId, true)
  const at = (visitor: typeof fay) => answering(visitor, postmortemId)
  const rows = () => {
    using database = new DatabaseSync(join(server.dataDir, 'candor.db'), { readOnly: true })
    return database.prepare('SELECT * FROM sealed_answers').all()
  }
  return {
    server,
    postmortemId,
    meetingId,
    fay: at(fay),
    sam: at(sam),
    noor: at(noor),
    olu: at(olu),
    visitors: { fay, sam, noor, olu },
    at,
    rows,
  }
}

describe('before the reveal', () => {
  test('nobody reads an answer but the device that sealed it, and that one can reopen and replace it', async () => {
    const { sam, fay, noor, rows } = await openQuestions()
    await sam.seal('helped', 'The runbook', true)
    expect(await sam.reopen('helped')).toBe('The runbook')
    await sam.seal('helped', 'The runbook of the other team', true)
    expect(await sam.reopen('helped')).toBe('The runbook of the other team')
    expect(rows()).toHaveLength(1)
    for (const other of [fay, noor]) {
      expect(await other.reopen('helped')).toBeNull()
      expect(JSON.stringify(await other.look())).not.toContain('runbook')
      expect((await other.at('helped')).isMine).toBe(false)
    }
    expect((await sam.at('helped')).isMine).toBe(true)
  })

  test('a named answer is reopened on another device too, one whose name is sealed with it is not', async () => {
    const { sam, at, visitors, fay, rows } = await openQuestions()
    await sam.seal('helped', 'The runbook')
    const phone = at(visitors.sam)
    expect(await phone.reopen('helped')).toBe('The runbook')
    await phone.seal('helped', 'The drill')
    expect(rows()).toHaveLength(1)

    await fay.choose('namedAfterReveal')
    expect(await phone.reopen('helped')).toBe('The drill')
    expect(await at(visitors.sam).reopen('helped')).toBeNull()
  })

  test('the count moves in steps of three and every ten minutes, and names nobody', async () => {
    let now = Date.UTC(2026, 2, 10, 10)
    const { fay, sam, noor, at, server, visitors, postmortemId } = await openQuestions({ clock: () => now })
    const counted = async () => (await fay.at('helped')).sealedCount
    expect(await counted()).toBe(0)
    await sam.seal('helped', 'One', true)
    await noor.seal('helped', 'Two', true)
    now += 10 * 60_000
    expect(await counted()).toBe(0)
    await fay.seal('helped', 'Three', true)
    expect(await counted()).toBe(0) // the ten minutes began with the last count
    now += 10 * 60_000 - 1
    expect(await counted()).toBe(0)
    now += 1
    expect(await counted()).toBe(3)
    const { key } = await makeGuestLink(server, visitors.fay, postmortemId)
    const gil = await comeAsGuest(server, key, 'Gil')
    await gil.join(postmortemId)
    expect((await at(gil).seal('helped', 'Four', true)).status).toBe(200)
    now += 10 * 60_000
    expect(await counted()).toBe(3)
    const seen = JSON.stringify(await fay.look())
    for (const { personId } of [visitors.sam, visitors.noor, gil]) expect(seen).not.toContain(personId)
  })

  test('whoever only watches answers nothing, and whoever has not joined neither', async () => {
    const { olu, at, server } = await openQuestions()
    expect((await olu.seal('helped', 'I watched')).body.reason).toBe('readsOnly')
    const ben = at(await server.visitor('Ben'))
    expect((await ben.seal('helped', 'I was not there')).body.reason).toBe('notAMember')
  })
})

describe('how answers are named', () => {
  test('can only become more private, whoever asks', async () => {
    const { fay, sam, server, at, postmortemId } = await openQuestions()
    const owner = await server.owner()
    await owner.join(postmortemId)
    expect((await fay.choose('anonymous', ['helped'])).status).toBe(200)
    expect((await fay.choose('namedAfterReveal', ['change'])).status).toBe(200)
    for (const [question, privacy] of [
      ['helped', 'named'],
      ['helped', 'namedAfterReveal'],
      ['change', 'named'],
    ] as const) {
      const refused = await fay.choose(privacy, [question])
      expect([refused.status, refused.body.reason]).toEqual([409, 'onlyMorePrivate'])
    }
    for (const other of [sam, at(owner)]) {
      const refused = await other.choose('anonymous', ['slowed'])
      expect([refused.status, refused.body.reason]).toEqual([403, 'mayNotChoosePrivacy'])
    }
    expect((await sam.at('helped')).privacy).toBe('anonymous')
    expect((await sam.at('slowed')).privacy).toBe('named')
  })

  test('one refusal among several questions changes none of them', async () => {
    const { fay } = await openQuestions()
    await fay.choose('anonymous', ['helped'])
    expect((await fay.choose('namedAfterReveal', ['change', 'helped'])).status).toBe(409)
    expect((await fay.at('change')).privacy).toBe('named')
  })

  test('what was sealed with a name loses it when its question becomes anonymous', async () => {
    const { fay, sam, noor, rows, visitors } = await openQuestions()
    await sam.seal('helped', 'The runbook')
    expect(rows().map(({ person_id }) => person_id)).toEqual([visitors.sam.personId])
    await fay.choose('anonymous', ['helped'])
    expect(rows().map(({ person_id }) => person_id)).toEqual([null])
    expect(await sam.reopen('helped')).toBe('The runbook')
    await fay.reveal(['helped'])
    expect((await noor.at('helped')).revealed).toEqual([{ text: 'The runbook', by: null }])
  })

  test('a name goes with an answer only as far as question and author both want it', async () => {
    const { fay, sam, noor, rows, visitors } = await openQuestions()
    await fay.choose('namedAfterReveal', ['slowed'])
    await sam.seal('helped', 'named')
    await noor.seal('helped', 'without')
    await noor.seal('helped', 'without', true)
    await sam.seal('slowed', 'named at the reveal')
    const known = rows().map(({ question_id, person_id }) => [question_id, person_id])
    expect(known.sort()).toEqual([
      ['helped', null],
      ['helped', visitors.sam.personId],
      ['slowed', null],
    ])
    await fay.reveal(['helped', 'slowed'])
    const bySam = { personId: visitors.sam.personId, name: 'Sam' }
    const { revealed } = await noor.at('helped')
    expect(revealed).toHaveLength(2)
    expect(revealed).toEqual(
      expect.arrayContaining([
        { text: 'named', by: bySam },
        { text: 'without', by: null },
      ]),
    )
    expect((await noor.at('slowed')).revealed).toEqual([{ text: 'named at the reveal', by: bySam }])
  })
})

describe('the reveal', () => {
  test('is the facilitator’s, happens once, and after it nothing is sealed or hidden any more', async () => {
    const { fay, sam, noor, server, at, postmortemId, rows } = await openQuestions()
    const owner = await server.owner()
    await owner.join(postmortemId)
    await sam.seal('helped', 'The runbook', true)
    for (const other of [noor, at(owner)])
      expect((await other.reveal(['helped'])).body.reason).toBe('notFacilitator')
    expect((await fay.reveal(['helped'])).status).toBe(200)
    const again = await fay.reveal(['helped'])
    expect([again.status, again.body.reason]).toEqual([409, 'answersAreOpen'])
    expect((await noor.seal('helped', 'Late')).body.reason).toBe('answersAreOpen')
    expect((await fay.choose('anonymous', ['helped'])).body.reason).toBe('answersAreOpen')
    expect(rows()).toEqual([])
    expect((await noor.at('helped')).revealed).toEqual([{ text: 'The runbook', by: null }])
    expect((await noor.at('change')).revealed).toBeNull()
  })

  test('is heard at once by everybody in the room; that somebody sealed something, by nobody', async () => {
    const { fay, sam, server, visitors, postmortemId, meetingId } = await openQuestions()
    const { address } = server
    const stageKey = await server.stageKey(visitors.fay, postmortemId)
    const [noors, olus, screen] = [
      connectClient({ address, postmortemId, headers: { cookie: visitors.noor.cookie } }),
      connectClient({ address, postmortemId, headers: { cookie: visitors.olu.cookie } }),
      connectClient({ address, postmortemId, stageKey }),
    ]
    for (const client of [noors, olus, screen]) await vi.waitFor(() => expect(client.isSynced()).toBe(true))
    await sam.seal('helped', 'The runbook', true)
    await sam.reopen('helped')
    await fay.look()
    await fay.choose('anonymous', ['change'])
    await fay.reveal(['helped'])
    await fay.reveal(['helped']) // refused, and nothing has changed
    await visitors.fay.command(meetingId, { type: 'startMeeting' })
    const all = [noors, olus, screen]
    for (const { snapshots } of all)
      await vi.waitFor(() => expect(snapshots.at(-1)?.meeting.status).toBe('live'))
    const told = all.map(({ heard }) => heard.filter(({ type }) => type !== 'time'))
    const changed = { type: 'answersChanged' }
    expect(told).toEqual([[changed, changed], [changed, changed], []])
    for (const client of all) client.close()
  })

  test('brings into the report what was opened, in the same order, and nothing of what is still sealed', async () => {
    const { fay, sam, noor, server, visitors, postmortemId } = await openQuestions()
    await sam.seal('helped', 'The runbook')
    await noor.seal('helped', 'A good night’s sleep', true)
    await sam.seal('change', 'The pager')
    const report = async () => {
      const headers = { cookie: visitors.noor.cookie }
      return (await fetch(server.address + reportPath(postmortemId), { headers })).text()
    }
    const before = await report()
    expect(before).toContain('No answers were opened.')
    for (const words of ['runbook', 'sleep', 'pager']) expect(before).not.toContain(words)
    await fay.reveal(['helped'])
    const after = await report()
    const { revealed } = await noor.at('helped')
    const lines = revealed?.map(({ text, by }) => `- ${text}${by ? ` (${by.name})` : ''}`)
    expect(after).toContain(`### What helped more than you expected?\n\n${lines?.join('\n')}\n`)
    expect(after).toContain('- The runbook (Sam)')
    expect(after).not.toContain('pager')
    expect(after).toBe(await report())
  })

  test('stands in the audit log with who did it, and without a word of the answers', async () => {
    const { fay, sam, server } = await openQuestions()
    await sam.seal('helped', 'The runbook', true)
    await fay.choose('anonymous')
    await fay.reveal()
    using database = new DatabaseSync(join(server.dataDir, 'candor.db'), { readOnly: true })
    const entries = database
      .prepare(
        "SELECT action, name, subject FROM audit_entries JOIN people USING (person_id) WHERE action LIKE 'answers%'",
      )
      .all()
      .map((entry) => ({ ...entry }))
    expect(entries).toEqual([
      { action: 'answersMadeMorePrivate', name: 'Fay', subject: '13 questions' },
      { action: 'answersRevealed', name: 'Fay', subject: '13 questions' },
    ])
  })
})

describe('at rest', () => {
  test('the key lies beside the database, for its own account alone, and a backup says that it leaves it out', async () => {
    const { sam, server } = await openQuestions()
    await sam.seal('helped', 'The runbook', true)
    const keyFile = join(server.dataDir, 'sealed-answers.key')
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const file = join(server.dataDir, 'monday.candor')
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    expect(await backup(server.dataDir, file, { say, complain: say })).toBe(0)
    expect(said.join('\n')).toContain('sealed-answers.key')
    const bytes = readFileSync(file)
    expect(bytes.includes(readFileSync(keyFile, 'utf8').trim())).toBe(false)
    expect(bytes.includes('runbook')).toBe(false)
    expect(verifyDatabase(file).damages).toEqual([])
  })

  test('all answers take the same room, however much somebody wrote', async () => {
    const { sam, noor, rows } = await openQuestions()
    await sam.seal('helped', 'Luck', true)
    await noor.seal('helped', 'Much more than luck. '.repeat(20), true)
    const lengths = rows().map(({ sealed }) => String(sealed).length)
    expect(lengths).toHaveLength(2)
    expect(new Set(lengths).size).toBe(1)
  })

  test('without the key nothing is opened and nothing lost; with it back, all is as before', async () => {
    const first = await openQuestions()
    await first.sam.seal('helped', 'The runbook', true)
    await first.server.close()
    const { dataDir } = first.server
    const keyFile = join(dataDir, 'sealed-answers.key')
    const key = readFileSync(keyFile)
    const restart = async () => {
      const server = await startTestServer({ dataDir })
      return {
        server,
        fay: answering(await server.visitorWith(first.visitors.fay.cookie), first.postmortemId),
      }
    }
    writeFileSync(keyFile, `${newSecretKey()}\n`)
    const locked = await restart()
    const refused = await locked.fay.reveal(['helped'])
    expect([refused.status, refused.body.reason]).toEqual([409, 'answersLocked'])
    await locked.server.close()

    writeFileSync(keyFile, key)
    chmodSync(keyFile, 0o600)
    const { fay } = await restart()
    expect((await fay.reveal(['helped'])).status).toBe(200)
    expect((await fay.at('helped')).revealed).toEqual([{ text: 'The runbook', by: null }])
  })
})
