import type { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { readAudience, setAudience } from '../../server/guests/audienceRows.ts'
import { changeAudience } from '../../server/guests/changeAudience.ts'
import { enterAsGuest } from '../../server/guests/enterAsGuest.ts'
import { addGuestLink, openGuestLinkWith, revokeGuestLink } from '../../server/guests/guestLinkRows.ts'
import { admitGuest, guestsOf, revokeGuest, visitsOf } from '../../server/guests/guestRows.ts'
import { sqliteMeetingLog } from '../../server/meetings/sqliteMeetingLog.ts'
import { newId } from '../../server/newId.ts'
import { addPerson } from '../../server/people/peopleRows.ts'
import type { Principal } from '../../server/people/principal.ts'
import { createReading } from '../../server/people/reading.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { firstWorkspace, setMembership } from '../../server/workspaces/workspaceRows.ts'
import type { GuestLinkId, SessionId, TeamId } from '../../shared/ids.ts'
import { asPerson, asPostmortem } from '../shared/ids.ts'

const HOUR = 3_600_000
const outage = asPostmortem('outage')
const person = (name: string) => ({ personId: asPerson(name), name })

/** Fay made the postmortem, Noor and Sam are colleagues, Gus, Gil and Ann are not. Two links: one lets in, one has a lobby. */
function openHouse() {
  const database = openDatabase(':memory:')
  let now = 1_000_000
  const clock = () => now
  for (const name of ['fay', 'noor', 'sam', 'gus', 'gil', 'ann']) addPerson(database, person(name), now)
  const workspaceId = firstWorkspace(database)
  for (const name of ['fay', 'noor', 'sam'])
    setMembership(database, { workspaceId, personId: asPerson(name), role: 'member', at: now })
  database
    .prepare(
      `INSERT INTO postmortems (postmortem_id, title, services, created_by, created_at, workspace_id)
       VALUES (?, 'Outage', '[]', 'fay', 0, ?)`,
    )
    .run(outage, workspaceId)
  const link = (key: string, hasLobby: boolean, hours = 1) => {
    const guestLinkId = key as GuestLinkId // any letters will do
    const made = {
      key,
      postmortemId: outage,
      madeBy: asPerson('fay'),
      at: now,
      expiresAt: now + hours * HOUR,
    }
    addGuestLink(database, { ...made, guestLinkId, role: 'commenter', hasLobby })
  }
  link('open', false)
  link('lobby', true)
  const log = sqliteMeetingLog(database)
  const meetings = { database, clock, log, newId, publish: () => {} }
  const reading = createReading({ database, clock })
  const principal = (name: string): Principal => ({
    as: 'person',
    person: person(name),
    sessionId: name as SessionId, // any letters will do
  })
  return {
    database,
    clock,
    workspaceId,
    link,
    reading,
    principal,
    pass: (ms: number) => {
      now += ms
    },
    enter: (key: string, name: string) => {
      const found = openGuestLinkWith(database, key, now)
      return found ? enterAsGuest(meetings, found, person(name)) : 'noSuchGuestLink'
    },
    admit: (name: string) =>
      admitGuest(
        database,
        { postmortemId: outage, personId: asPerson(name) },
        { by: asPerson('fay'), at: now },
      ),
    askToLeave: (name: string) =>
      revokeGuest(database, { postmortemId: outage, personId: asPerson(name) }, now),
    revoke: (key: string) =>
      revokeGuestLink(database, { postmortemId: outage, guestLinkId: key as GuestLinkId }, now), // as above
    restrict: (names: string[], teamIds: TeamId[] = []) =>
      changeAudience({ database, clock }, outage, person('fay'), {
        isRestricted: true,
        personIds: names.map((name) => asPerson(name)),
        teamIds,
      }),
    reads: (name: string) => reading.mayRead(principal(name), outage),
    guests: () => guestsOf(database, outage, now).map(({ name, state }) => `${name} ${state}`),
    visits: (name: string) => visitsOf(database, asPerson(name), now).map(({ state }) => state),
  }
}

const auditOf = (database: DatabaseSync) =>
  database
    .prepare('SELECT action, person_id, subject FROM audit_entries ORDER BY number')
    .all()
    .map(({ action, person_id, subject }) => `${person_id} ${action} ${subject}`)

test('a link without a lobby lets in at once, one with a lobby when somebody says so', () => {
  const house = openHouse()
  expect(house.enter('open', 'gus')).toBe('admitted')
  expect(house.enter('lobby', 'gil')).toBe('waiting')
  expect([house.reads('gus'), house.reads('gil')]).toEqual([true, false])
  expect(house.guests()).toEqual(['gil waiting', 'gus admitted'])
  house.admit('gil')
  expect(house.reads('gil')).toBe(true)
  expect(auditOf(house.database)).toEqual([
    'gus guestArrived gus: commenter',
    'gil guestArrived gil: commenter',
  ])
})

test('coming again changes nothing: whoever waits goes on waiting in their place, whoever is in stays in', () => {
  const house = openHouse()
  house.enter('lobby', 'gil')
  house.pass(1)
  house.enter('lobby', 'ann')
  house.enter('open', 'gus')
  house.pass(1)
  expect([house.enter('lobby', 'gil'), house.enter('lobby', 'gus')]).toEqual(['waiting', 'admitted'])
  expect(house.guests()).toEqual(['gil waiting', 'ann waiting', 'gus admitted'])
  expect(auditOf(house.database)).toHaveLength(3)
})

test('whoever was asked to leave comes in by no link of that postmortem, until somebody lets them in again', () => {
  const house = openHouse()
  house.enter('open', 'gus')
  house.askToLeave('gus')
  expect([house.enter('open', 'gus'), house.enter('lobby', 'gus')]).toEqual(['over', 'over'])
  expect([house.reads('gus'), house.visits('gus')]).toEqual([false, ['over']])
  house.admit('gus')
  expect(house.reads('gus')).toBe(true)
})

test('a revoked link ends every visit by it and no other, and another link opens the door again', () => {
  const house = openHouse()
  house.link('second', false)
  house.enter('open', 'gus')
  house.enter('second', 'gil')
  expect(house.revoke('open')).toBe(true)
  expect(house.revoke('open')).toBe(false)
  expect([house.reads('gus'), house.reads('gil')]).toEqual([false, true])
  expect(house.enter('open', 'ann')).toBe('noSuchGuestLink')
  expect([house.enter('second', 'gus'), house.reads('gus')]).toEqual(['admitted', true])
})

test('a link that has expired lets nobody in, and whoever it let in reads no more', () => {
  const house = openHouse()
  house.enter('open', 'gus')
  expect(house.reading.visitOf(house.principal('gus'), outage)).toEqual({
    role: 'commenter',
    until: house.clock() + HOUR,
  })
  house.pass(HOUR)
  expect([house.reads('gus'), house.enter('open', 'gus')]).toEqual([false, 'noSuchGuestLink'])
  expect(house.reading.visitOf(house.principal('gus'), outage)).toBeNull()
  expect([house.visits('gus'), house.guests()]).toEqual([['over'], ['gus over']])
  house.pass(24 * HOUR)
  expect([house.visits('gus'), house.guests()]).toEqual([[], []])
})

test('the links of whoever has left the workspace let nobody in', () => {
  const house = openHouse()
  house.enter('open', 'gus')
  house.database.exec("DELETE FROM memberships WHERE person_id = 'fay'")
  expect(house.enter('open', 'fay')).toBe('noSuchGuestLink')
  expect(house.reads('gus')).toBe(true)
})

test('a restricted postmortem is read by its audience, its maker and whoever restricts it, and by nobody else', () => {
  const house = openHouse()
  house.database.exec(`INSERT INTO teams VALUES ('night', '${house.workspaceId}', 'Night shift');
    INSERT INTO team_people VALUES ('night', 'sam')`)
  expect(['fay', 'noor', 'sam', 'gus'].filter(house.reads)).toEqual(['fay', 'noor', 'sam'])
  house.restrict([])
  expect(['fay', 'noor', 'sam'].filter(house.reads)).toEqual(['fay'])
  house.restrict(['noor'])
  expect(['fay', 'noor', 'sam'].filter(house.reads)).toEqual(['fay', 'noor'])
  house.restrict([], ['night' as TeamId]) // any letters will do
  expect(['fay', 'noor', 'sam'].filter(house.reads)).toEqual(['fay', 'sam'])
  expect(readAudience(house.database, outage)).toEqual({
    isRestricted: true,
    personIds: ['fay'],
    teamIds: ['night'],
  })
  expect(auditOf(house.database).at(-1)).toBe('fay audienceChanged restricted: 1 people, 1 teams')
})

test('an audience is made of colleagues and their teams', () => {
  const house = openHouse()
  const refused = { ok: false, problem: { reason: 'noSuchColleague' } }
  expect(house.restrict(['gus'])).toEqual(refused)
  expect(house.restrict([], ['nobody' as TeamId])).toEqual(refused)
  expect([house.reads('noor'), auditOf(house.database)]).toEqual([true, []])
})

test('whoever leaves the workspace is in no audience any more', () => {
  const house = openHouse()
  house.restrict(['noor'])
  house.database.exec("DELETE FROM memberships WHERE person_id = 'noor'")
  expect(readAudience(house.database, outage).personIds).toEqual(['fay'])
  expect(house.reads('noor')).toBe(false)
})

test('once restricted, guests nobody let in wait, those somebody let in stay, and every link has a lobby', () => {
  const house = openHouse()
  house.enter('open', 'gus')
  house.enter('lobby', 'gil')
  house.admit('gil')
  house.restrict([])
  expect([house.reads('gus'), house.reads('gil')]).toEqual([false, true])
  expect(house.guests()).toEqual(['gus waiting', 'gil admitted'])
  expect(house.enter('open', 'ann')).toBe('waiting')
})

test('a colleague left out of the audience may come as a guest, and then reads as one', () => {
  const house = openHouse()
  house.restrict([])
  expect(house.enter('open', 'noor')).toBe('waiting')
  house.admit('noor')
  expect(house.reading.visitOf(house.principal('noor'), outage)?.role).toBe('commenter')
  setAudience(house.database, outage, { isRestricted: true, personIds: [asPerson('noor')], teamIds: [] })
  expect(house.reading.visitOf(house.principal('noor'), outage)).toBeNull()
})
