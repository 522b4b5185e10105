import { describe, expect, test } from 'vitest'
import { markIdOf, type PreparationMark } from '../../shared/content/preparationMarks.ts'
import type { RoleHolder } from '../../shared/content/roleHolders.ts'
import { hashText } from '../../shared/evidence/hashText.ts'
import { incidentRoleGuide, incidentRoles, isRequired } from '../../shared/guide/incidentRoles.ts'
import { emptyMeeting, type MeetingRole } from '../../shared/meeting/meeting.ts'
import { type CoverageInput, coverageOf } from '../../shared/people/coverage.ts'
import { facilitatorNeutrality } from '../../shared/people/facilitatorNeutrality.ts'
import { findNames } from '../../shared/people/findNames.ts'
import { missingRoles, roleCoverage } from '../../shared/people/roleCoverage.ts'
import { asPerson, asRoleHolder, asTeam, asTimelineEvent } from './ids.ts'

const person = (name: string) => ({ personId: asPerson(name.replace(/\W+/g, '-')), name })
const [maren, jonas, noor, will] = ['Maren Oduya', 'Jonas Lindqvist', 'Noor Haddad', 'Will Stone'].map(person)
if (!maren || !jonas || !noor || !will) throw new Error('Four people were named.')
const payments = { teamId: asTeam('t1'), name: 'Payments', personIds: [noor.personId] }
const dataPlatform = { teamId: asTeam('t2'), name: 'Data platform', personIds: [] }

const member = (one: typeof maren, role: MeetingRole = 'participant') => ({ ...one, role })
const event = (text: string, id = text.slice(0, 8)) => ({ id: asTimelineEvent(id), text })
const holder = (role: RoleHolder['role'], who: Partial<typeof maren>): RoleHolder => ({
  id: asRoleHolder(`${role}-${who.name}`),
  role,
  personId: who.personId ?? null,
  name: who.name ?? '',
  by: null,
  createdAt: 0,
})
const mark = (id: PreparationMark['id'], says: PreparationMark['says'], reason = ''): PreparationMark => ({
  id,
  says,
  reason,
  by: null,
  at: 0,
})
const given = (input: Partial<CoverageInput>): CoverageInput => ({
  timeline: [],
  actionItems: [],
  roleHolders: [],
  marks: [],
  members: [],
  people: [maren, jonas, noor, will],
  teams: [payments, dataPlatform],
  ...input,
})
const states = (input: Partial<CoverageInput>) =>
  Object.fromEntries(coverageOf(given(input)).map(({ name, state }) => [name, state]))

describe('who a text names', () => {
  const read = findNames(
    [maren, jonas, noor, will].map(({ personId, name }) => ({ id: personId as string, name })),
    [payments, dataPlatform].map(({ teamId, name }) => ({ id: teamId as string, name })),
  )
  test.each<[string, string, string[]]>([
    ['a whole name in any letters', 'paged MAREN ODUYA at once', ['Maren-Oduya']],
    ['a first name that only one person has', 'Noor’s laptop showed nothing', ['Noor-Haddad']],
    ['a first name with an @', 'asked @jonas, who was near', ['Jonas-Lindqvist']],
    ['a name with a dot behind an @', '@maren.oduya joined', ['Maren-Oduya']],
    ['a team as it is written', 'Payments joined the call', ['t1']],
    ['a team in small letters beside the word', 'we paged the payments team', ['t1']],
    ['a team of two words', 'escalated to data platform', ['t2']],
    ['two people, even with a stroke between', 'Maren Oduya/Jonas', ['Maren-Oduya', 'Jonas-Lindqvist']],
  ])('%s', (_, text, ids) => {
    const found = read(text)
    expect([...found.personIds, ...found.teamIds]).toEqual(ids)
  })

  test.each([
    ['a first name that is a word', 'Will the pool recover?'],
    ['a first name in small letters', 'noor is a word elsewhere'],
    ['a name inside another word', 'Marenfield went down'],
    ['a team’s word that is meant as a word', 'payments failed for 12 minutes'],
    ['an address', 'mail to noor@example.com and a package like @jonas/core'],
    ['everybody', '@here @channel @everyone look'],
  ])('%s names nobody', (_, text) => {
    expect(read(text)).toEqual({ personIds: [], teamIds: [], unknown: [] })
  })

  test('a first name two people share names neither', () => {
    const two = findNames(
      [
        { id: 'a', name: 'Ana Ruiz' },
        { id: 'b', name: 'Ana Vidal' },
      ],
      [],
    )
    expect(two('Ana joined').personIds).toEqual([])
    expect(two('Ana Vidal joined').personIds).toEqual(['b'])
  })

  test('an @name that fits nobody is told as it was written', () => {
    expect(read('handed over to @dbre.lead. Done').unknown).toEqual(['@dbre.lead'])
  })

  test('names with signs of their own are found and break nothing', () => {
    const odd = findNames([{ id: 'x', name: 'C++ (ops) *' }], [{ id: 't', name: 'a|b' }])
    expect(odd('asked C++ (ops) * again').personIds).toEqual(['x'])
    expect(odd('nothing here').personIds).toEqual([])
  })
})

describe('coverage', () => {
  test('exactly those who are named and not here are missing', () => {
    const timeline = [event('Maren Oduya declared'), event('Jonas rolled back'), event('Payments joined')]
    expect(states({ timeline, members: [member(maren)] })).toEqual({
      'Jonas Lindqvist': 'missing',
      Payments: 'missing',
      'Maren Oduya': 'here',
    })
  })

  test('a team is here as soon as one of its people is', () => {
    expect(states({ timeline: [event('Payments joined')], members: [member(noor)] })).toEqual({
      Payments: 'here',
    })
  })

  test('who is invited or need not come is no longer missing, and once here is here', () => {
    const timeline = [event('Jonas rolled back'), event('Payments joined')]
    const marks = [
      mark(markIdOf('person', jonas.personId), 'invited'),
      mark(markIdOf('team', 't1'), 'notNeeded', 'Wei speaks for them.'),
    ]
    expect(states({ timeline, marks })).toEqual({ 'Jonas Lindqvist': 'invited', Payments: 'notNeeded' })
    expect(coverageOf(given({ timeline, marks })).map(({ reason }) => reason)).toEqual([
      '',
      'Wei speaks for them.',
    ])
    expect(states({ timeline, marks, members: [member(jonas)] })['Jonas Lindqvist']).toBe('here')
  })

  test('whoever has a role or owns an action is expected too, by name or by typed name', () => {
    const found = coverageOf(
      given({
        roleHolders: [holder('incidentCommander', jonas), holder('legal', { name: 'Ann from Lawson' })],
        actionItems: [{ owner: { personId: null, name: 'data  Platform' } }, { owner: null }],
      }),
    )
    expect(found.map(({ kind, name, roles, ownsAction }) => ({ kind, name, roles, ownsAction }))).toEqual([
      { kind: 'name', name: 'Ann from Lawson', roles: ['Compliance or legal'], ownsAction: false },
      { kind: 'team', name: 'Data platform', roles: [], ownsAction: true },
      { kind: 'person', name: 'Jonas Lindqvist', roles: ['Incident commander'], ownsAction: false },
    ])
    const waived = [mark(markIdOf('name', hashText('ann from lawson')), 'notNeeded', 'Told in writing.')]
    expect(
      states({ roleHolders: [holder('legal', { name: 'Ann from Lawson' })], marks: waived })[
        'Ann from Lawson'
      ],
    ).toBe('notNeeded')
  })

  test('the events that name someone are listed once each, in order', () => {
    const timeline = [event('Noor and Noor Haddad', 'e1'), event('nobody', 'e2'), event('asked @noor', 'e3')]
    expect(coverageOf(given({ timeline }))[0]?.eventIds).toEqual(['e1', 'e3'])
  })

  test('without the workspace, those who joined are still known', () => {
    const timeline = [event('Noor Haddad joined'), event('Jonas Lindqvist joined')]
    expect(states({ timeline, people: [], teams: [], members: [member(noor)] })).toEqual({
      'Noor Haddad': 'here',
    })
  })
})

describe('roles', () => {
  test('the more severe, the more are required, and none falls away', () => {
    const required = (severity: 'SEV-0' | 'SEV-1' | 'SEV-2' | 'SEV-3' | null) =>
      incidentRoles.filter((role) => isRequired(role, severity))
    expect(required('SEV-3')).toEqual(['postmortemOwner', 'primaryResponder'])
    expect(required('SEV-2')).toEqual([
      'postmortemOwner',
      'incidentCommander',
      'primaryResponder',
      'keyResponders',
      'engineeringLead',
    ])
    expect(required(null)).toEqual(required('SEV-2'))
    expect(required('SEV-0')).toEqual(required('SEV-1'))
    expect(required('SEV-1')).toEqual(
      expect.arrayContaining([...required('SEV-2'), 'product', 'customerSupport', 'platform']),
    )
  })

  test('a holder fills a role, a reason waives it, and everything else required is missing', () => {
    const standings = roleCoverage(
      'SEV-2',
      [],
      [holder('incidentCommander', jonas)],
      [mark(markIdOf('role', 'engineeringLead'), 'notNeeded', 'A team of three.')],
    )
    expect(missingRoles(standings)).toEqual(['postmortemOwner', 'primaryResponder', 'keyResponders'])
    expect(standings.find(({ role }) => role === 'engineeringLead')).toMatchObject({
      state: 'notNeeded',
      reason: 'A team of three.',
    })
  })

  test.each([
    ['business', 'executives'],
    ['security', 'security'],
    ['privacy', 'legal'],
    ['customerTrust', 'customerSuccess'],
    ['customers', 'customerSupport'],
  ] as const)('%s suggests %s, with the reason', (fact, role) => {
    const standing = roleCoverage('SEV-3', [fact], [], []).find((one) => one.role === role)
    expect(standing?.need).toBe('suggested')
    expect(standing?.because).toHaveLength(1)
    expect(roleCoverage('SEV-3', [], [], []).find((one) => one.role === role)?.need).toBe('optional')
  })

  test('what is required is never only suggested', () => {
    expect(roleCoverage('SEV-1', ['customers'], [], []).find(({ role }) => role === 'product')?.need).toBe(
      'required',
    )
  })

  test('every role says what it brings', () => {
    for (const role of incidentRoles) expect(incidentRoleGuide[role].brings).toMatch(/\.$/)
  })
})

describe('whether the facilitator is neutral', () => {
  const meeting = { ...emptyMeeting, members: [member(maren, 'facilitator'), member(jonas)] }
  const notesOf = (input: Partial<CoverageInput>, severity: 'SEV-1' | 'SEV-2' = 'SEV-1') => {
    const { roleHolders, marks } = given(input)
    const coverage = coverageOf(given({ ...input, members: meeting.members }))
    return facilitatorNeutrality({ meeting, severity, roleHolders, marks, coverage })
  }
  const managesNobody = mark(markIdOf('manages', maren.personId), 'no')

  test('a facilitator who only facilitates is asked one question, and after a no, none', () => {
    expect(notesOf({}).map(({ kind }) => kind)).toEqual(['asks'])
    expect(notesOf({ marks: [managesNobody] })).toEqual([])
  })

  test('managing someone here is pointed out', () => {
    const [note] = notesOf({ marks: [mark(markIdOf('manages', maren.personId), 'yes')] })
    expect(note).toMatchObject({ kind: 'advice', sentence: expect.stringContaining('manages someone') })
  })

  test('a responder who facilitates is pointed out once, more plainly for a major incident', () => {
    const responder = {
      roleHolders: [holder('incidentCommander', maren)],
      timeline: [event('Maren Oduya declared')],
      marks: [managesNobody],
    }
    expect(notesOf(responder).map(({ sentence }) => sentence)).toEqual([
      'Maren Oduya facilitates and was part of the response (incident commander). For a major incident, ask someone who was not part of it.',
    ])
    expect(notesOf(responder, 'SEV-2')[0]?.sentence).toContain('may find it easier')
  })

  test('a facilitator whom the timeline names is pointed out, one who owns the postmortem is not', () => {
    expect(notesOf({ timeline: [event('Maren paged Payments')], marks: [managesNobody] })).toHaveLength(1)
    expect(notesOf({ roleHolders: [holder('postmortemOwner', maren)], marks: [managesNobody] })).toEqual([])
  })

  test('what another facilitator answered does not answer for this one', () => {
    expect(notesOf({ marks: [mark(markIdOf('manages', jonas.personId), 'no')] })).toHaveLength(1)
  })
})
