import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readActionItems } from '../../shared/content/actionItems.ts'
import type { Attachment, AttachTarget } from '../../shared/content/attachments.ts'
import { readCards } from '../../shared/content/cards.ts'
import { readImpact, readIncident } from '../../shared/content/incident.ts'
import { emptyDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import { emptyContext, readTimeline, type TimelineEvent } from '../../shared/content/timeline.ts'
import { linkToOriginal } from '../../shared/content/webLink.ts'
import { parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import type { MetricSeriesId } from '../../shared/ids.ts'
import { emptyMeeting } from '../../shared/meeting/meeting.ts'
import type { ReportAttachment, ReportInput } from '../../shared/report/reportInput.ts'
import { timelineSection } from '../../shared/report/timelineSection.ts'
import { writeReport } from '../../shared/report/writeReport.ts'
import {
  asAction,
  asAttachedFile,
  asAttachment,
  asCard,
  asEvidence,
  asItem,
  asPerson,
  asTimelineEvent,
} from './ids.ts'
import { advance, current, giveRole, liveMeeting, minutes } from './openMeeting.ts'

const emptyPostmortem: ReportInput = {
  incident: emptyDraft('Checkout failed', null).incident,
  summary: '',
  impact: '',
  timeline: [],
  metricSeries: [],
  cards: [],
  actionItems: [],
  attachments: [],
  notes: [],
  originals: [],
  openedQuestions: [],
  meeting: emptyMeeting,
  earlierMeetings: [],
}

const attached = (
  id: string,
  target: AttachTarget,
  { what, name }: { what: Attachment['what']; name: string },
): ReportAttachment => {
  const about = { id: asAttachment(id), target, name, by: null, createdAt: 1 }
  const address = `https://candor.example/files/${id}`
  const kept = { ...about, fileId: asAttachedFile(id), size: 81_920, address }
  switch (what) {
    case 'image':
      return { ...kept, what, thumbnailId: null, width: 10, height: 10 }
    case 'log':
      return { ...kept, what, lines: 4_213, excerpt: '' }
    case 'file':
      return { ...kept, what }
    case 'link':
      return { ...about, what, url: address, address }
  }
}

/** The GitLab incident after a meeting: everything the report can hold is in it somewhere. */
function gitlabReviewed(): ReportInput {
  const file = new URL('../evidence/incidents/gitlab-2017-01-31.json', import.meta.url)
  const parsed = parseIncidentFile(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error('does not import')
  let made = 0
  const doc = seedContent(parsed.value, 1_000, () => `r${String(made++).padStart(3, '0')}`)
  const room = liveMeeting()
  giveRole(room, 'noor', 'notetaker')
  room.wait(minutes(4))
  room.send('fay', { type: 'extendTimebox', itemId: current(room), minutes: 2 })
  room.send('fay', { type: 'skipAgendaItem', itemId: asItem('wentWell') })
  room.send('fay', advance(room))
  room.wait(20_000)
  room.send('fay', advance(room))
  room.wait(minutes(25))
  room.send('fay', { type: 'endMeeting' })

  const incident = readIncident(doc)
  if (!incident) throw new Error('was not seeded')
  const cards = readCards(doc)
  const fact = {
    id: asCard('fact1'),
    place: { kind: 'fact' as const, key: 'a0' },
    text: 'pg_dump wrote files of a few bytes\nfor weeks',
    by: asPerson('sam'),
    evidenceUrl: 'https://example.org/graph?from=1',
    factor: null,
    firstSeenAt: Date.UTC(2017, 1, 1, 0, 30),
    createdAt: 2_000,
  }
  const [first, ...others] = readActionItems(doc)
  if (!first) throw new Error('has no actions')
  const committed = {
    ...first,
    state: 'candidate' as const,
    owner: { personId: asPerson('sam'), name: 'an older name' },
    dueOn: '2026-03-24',
    priority: 'high' as const,
    aim: 'prevent' as const,
    effort: 'small' as const,
    findingId: asCard('fact1'),
    verification: 'A restore runs every night',
    path: 'Sam starts with db2;\nNoor helps',
  }
  const timeline = readTimeline(doc).map((event, position) =>
    position === 3 || position === 4 ? { ...event, firstSeenAt: event.occurred.at + minutes(25) } : event,
  )
  return {
    incident,
    summary: 'A directory was removed on the wrong host.\n\nMost of the day went into the copy back.',
    impact: readImpact(doc),
    timeline,
    metricSeries: [],
    earlierMeetings: [],
    cards: [
      fact,
      { ...fact, id: asCard('fact2'), text: 'Nobody was paged', evidenceUrl: null, firstSeenAt: null },
      ...cards,
    ],
    actionItems: [committed, ...others],
    attachments: [
      attached('a1', { on: 'card', id: asCard('fact2') }, { what: 'image', name: 'latency.png' }),
      attached(
        'a2',
        { on: 'event', id: timeline[0]?.id ?? asTimelineEvent('none') },
        { what: 'log', name: 'pg_dump.log' },
      ),
      attached('a3', { on: 'notes', id: asItem('impact') }, { what: 'link', name: 'Status page' }),
      attached('a4', { on: 'card', id: asCard('gone') }, { what: 'file', name: 'of a card that is gone' }),
    ],
    notes: [
      { itemId: asItem('tone'), title: 'Set the tone', markdown: 'We thanked the on-call engineers.' },
      { itemId: asItem('impact'), title: 'Context and impact', markdown: '' },
    ],
    originals: [
      {
        evidenceId: asEvidence('e1'),
        name: 'on-call (export).zip',
        format: 'slack-export',
        label: 'Slack export',
        size: 4_000,
        by: { personId: asPerson('sam'), name: 'Sam' },
        at: Date.UTC(2017, 1, 2, 9, 5),
        hash: `${'ab12cd34ef56'.repeat(5)}ab12`,
        readCount: 318,
        maskedCount: 12,
        takenCount: 14,
        address: 'https://candor.example/api/postmortems/p1/evidence/e1/file',
      },
      {
        evidenceId: asEvidence('e2'),
        name: 'Pasted text.txt',
        format: null,
        label: null,
        size: 90,
        by: { personId: asPerson('fay'), name: 'Fay' },
        at: Date.UTC(2017, 1, 2, 9, 40),
        hash: '0123456789abcdef'.repeat(4),
        readCount: null,
        maskedCount: null,
        takenCount: 1,
        address: 'https://candor.example/api/postmortems/p1/evidence/e2/file',
      },
    ],
    openedQuestions: [
      {
        questionId: 'helped',
        answers: [
          { text: 'The runbook,\nonce somebody found it', by: { personId: asPerson('sam'), name: 'Sam' } },
          { text: '# Luck', by: null },
        ],
      },
      { questionId: 'change', answers: [] },
    ],
    meeting: room.sees(),
  }
}

test('the report of the GitLab incident is the one we agreed on', async () => {
  await expect(writeReport(gitlabReviewed())).toMatchFileSnapshot('./gitlab-2017-01-31.report.md')
})

test('the same input gives the same bytes, whoever reads it and whenever', () => {
  expect(writeReport(gitlabReviewed())).toBe(writeReport(gitlabReviewed()))
})

test('a report does not change what it is written from', () => {
  const input = gitlabReviewed()
  const before = structuredClone(input)
  writeReport(input)
  expect(input).toEqual(before)
})

test('names stand beside roles, owners, what somebody brought and answers given by name, nowhere else', () => {
  const report = writeReport(gitlabReviewed())
  const withSam = report.split('\n').filter((line) => line.toLowerCase().includes('sam'))
  expect(withSam.map((line) => line.slice(0, 12))).toEqual([
    '| 1 | Name a',
    '- Action 1: ',
    '  once someb',
    '- Participan',
    '- [on-call (',
  ])
})

test('an event that came from evidence names the tool beside its link, whoever wrote that link', () => {
  const original = 'https://candor.example/api/postmortems/p1/evidence/e1/file'
  const [first] = gitlabReviewed().timeline
  if (!first) throw new Error('has no events')
  const line = (words: string) =>
    timelineSection([{ ...first, sourceUrl: linkToOriginal(original, words) }], 'UTC', [])
  expect(line('Slack export')).toContain(`([source: Slack export](${original}#Slack%20export))`)
  expect(line('](https://evil.example) [x')).not.toMatch(/[^\\]\]\(https:\/\/evil/)
})

test('a placeholder time does not make it look as if the clocks had changed', () => {
  const told = (precision: 'minute' | 'order', at: number): TimelineEvent => ({
    id: asTimelineEvent(precision),
    occurred: { at, precision },
    firstSeenAt: null,
    kind: 'event',
    stage: null,
    text: '',
    sourceUrl: null,
    by: null,
    createdAt: 0,
    ...emptyContext,
  })
  const [summer, winter] = [Date.UTC(2023, 9, 29, 0, 30), Date.UTC(2023, 9, 29, 1, 30)]
  const written = (precision: 'minute' | 'order') =>
    timelineSection([told('minute', summer), told(precision, winter)], 'Europe/London', []).split('\n')[2]
  expect(written('minute')).toBe('Times are told in Europe/London (UTC+01:00, then UTC).')
  expect(written('order')).toBe('Times are told in Europe/London (UTC+01:00).')
})

test('a decision point tells what it was made under, and an event that is none does not', () => {
  const told = (kind: TimelineEvent['kind']): TimelineEvent => ({
    id: asTimelineEvent('e'),
    occurred: { at: Date.UTC(2026, 2, 10, 14, 31), precision: 'minute' },
    firstSeenAt: null,
    kind,
    stage: null,
    text: 'Roll back v318',
    sourceUrl: null,
    by: null,
    createdAt: 0,
    ...emptyContext,
    known: 'Errors began with the deploy',
    options: 'Roll back\nRaise the pool',
  })
  const linesOf = (kind: TimelineEvent['kind']) =>
    timelineSection([told(kind)], 'UTC', [])
      .split('\n')
      .slice(6)
  expect(linesOf('decision')).toEqual([
    '- **14:31** · **decision** — Roll back v318',
    '  - Known then: Errors began with the deploy',
    '  - Options then: Roll back  ',
    '    Raise the pool',
  ])
  expect(linesOf('event')).toEqual(['- **14:31** — Roll back v318'])
})

test('an empty postmortem says of every part that it is empty', () => {
  const report = writeReport(emptyPostmortem)
  const parts = report.split(/^## /m).slice(1)
  expect(parts.map((part) => part.split('\n')[0])).toEqual([
    'Summary',
    'Impact',
    'Durations',
    'Timeline',
    'Facts',
    'Interpretations',
    'Open questions',
    'What went well',
    'Where we got lucky',
    'Parking lot',
    'Actions',
    'Answers before the meeting',
    'Notes',
    'Agenda',
    'Participants',
    'Evidence',
    'Sources',
  ])
  const sentences = parts
    .filter((part) => !part.startsWith('Durations'))
    .map((part) => part.trim().split('\n').at(-1))
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^|*#]+\.$/)
  expect(report).toContain('Cannot be computed: the start is not recorded.')
  expect(report).toContain('Severity not set · No services named · Started: not recorded')
})

describe('nothing that was typed becomes more than text:', () => {
  const hostile = '# <img src=x onerror=alert(1)> | [a](javascript:b)\n\n---\n<script>'
  const timelineEvent = {
    id: asTimelineEvent('e'),
    occurred: { at: 0, precision: 'minute' },
    firstSeenAt: null,
    kind: 'decision',
    stage: null,
    text: hostile,
    sourceUrl: 'https://x)[y](javascript:z',
    by: null,
    createdAt: 0,
    known: hostile,
    believed: hostile,
    notKnown: hostile,
    options: hostile,
  } as const
  const action = {
    id: asAction('a'),
    key: 'a0',
    state: 'idea',
    outcome: hostile,
    verification: hostile,
    path: hostile,
    owner: { personId: null, name: hostile },
    dueOn: null,
    priority: null,
    aim: null,
    effort: null,
    findingId: asCard('gone'),
    by: null,
    createdAt: 0,
    ...emptyContext,
  } as const
  const meeting = liveMeeting().sees()
  const { incident } = emptyPostmortem
  const report = writeReport({
    incident: {
      ...incident,
      title: hostile,
      services: [hostile],
      zone: hostile,
      impactFacts: [{ metric: hostile, value: 1, unit: hostile }],
      sources: ['https://x)[y](javascript:z'],
    },
    summary: hostile,
    impact: hostile,
    timeline: [timelineEvent],
    earlierMeetings: [{ ...meeting, stage: 'initial' }],
    metricSeries: [
      {
        id: 'm' as MetricSeriesId,
        name: hostile,
        unit: hostile,
        points: [0, 1, 1, 2],
        measured: 2,
        fileName: hostile,
        by: null,
        createdAt: 0,
      },
    ],
    cards: [
      {
        ...timelineEvent,
        id: asCard('c'),
        place: { kind: 'fact', key: 'a0' },
        evidenceUrl: null,
        factor: null,
      },
    ],
    actionItems: [action],
    attachments: [attached('h', { on: 'card', id: asCard('c') }, { what: 'file', name: hostile })],
    notes: [{ itemId: asItem('hostile'), title: hostile, markdown: 'escaped where it was read' }],
    originals: (gitlabReviewed().originals ?? []).map((original) => ({
      ...original,
      name: hostile,
      by: { ...original.by, name: hostile },
    })),
    openedQuestions: [
      {
        questionId: 'helped',
        answers: [{ text: hostile, by: { personId: asPerson('sam'), name: hostile } }],
      },
    ],
    meeting: {
      ...meeting,
      agenda: meeting.agenda.map((item) => ({ ...item, title: hostile })),
      members: meeting.members.map((member) => ({ ...member, name: hostile })),
    },
  })
  const bare = report.replace(/\\./g, 'x')

  test('no HTML, no script link', () => {
    expect(bare).not.toMatch(/[<>]/)
    expect(bare).not.toMatch(/\]\(\s*javascript:/i)
  })

  test('every heading is one of ours', () => {
    const headings = report.split('\n').filter((line) => /^ {0,3}(#|=+\s*$|-+\s*$)/.test(line))
    for (const heading of headings) expect(heading).toMatch(/^#{1,3} [^#]/)
    expect(headings).toHaveLength(1 + 17 + 6)
  })

  test('every row of a table has the cells of its head', () => {
    const tables = bare.split('\n\n').filter((block) => block.startsWith('|'))
    expect(tables).toHaveLength(6)
    for (const table of tables) {
      const cells = table.split('\n').map((row) => row.split('|').length)
      expect(new Set(cells).size).toBe(1)
    }
  })

  test('a finding whose card is gone is named as such', () => {
    expect(report).toContain('its card was removed')
  })
})

test('what is attached stands under its fact, its event and its notes, and a fact with something attached lacks no evidence', () => {
  const report = writeReport(gitlabReviewed())
  for (const lines of [
    '- Nobody was paged\n  - Attached: [latency.png](https://candor.example/files/a1) (picture, 80 kB)',
    '  - Attached: [pg\\_dump.log](https://candor.example/files/a2) (log, 4,213 lines, 80 kB)',
    '### Context and impact\n\n- Attached: [Status page](https://candor.example/files/a3) (link)',
  ])
    expect(report).toContain(lines)
  expect(report).not.toContain('of a card that is gone')
})

describe('metrics', () => {
  const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00Z`)
  const series = {
    id: 'm1' as MetricSeriesId,
    name: 'p95 | checkout',
    unit: 'ms',
    points: [at('13:50'), 120, at('14:05'), 90, at('14:31'), 4200, at('15:10'), 130],
    measured: 5_000,
    fileName: 'latency.csv',
    by: null,
    createdAt: 0,
  }
  const { incident } = emptyPostmortem
  const times = {
    ...incident.times,
    started: { at: at('14:00'), precision: 'minute' as const },
    resolved: { at: at('15:00'), precision: 'minute' as const },
  }
  const reportOf = (input: Partial<ReportInput>) =>
    writeReport({ ...emptyPostmortem, metricSeries: [series], ...input })
      .split('\n')
      .find((line) => line.includes('p95'))

  test('stand with the last value before, the extremes, the first value after, and where they come from', () => {
    expect(reportOf({ incident: { ...incident, times } })).toBe(
      '| p95 \\| checkout | 120 ms at 13:50 | 90 ms at 14:05 | 4,200 ms at 14:31 | 130 ms at 15:10 | 10 March 2026, 13:50 to 15:10, 5,000 points, from latency.csv |',
    )
  })

  test('say what is not recorded or was not measured', () => {
    expect(reportOf({})).toContain('| the start is not recorded |')
    const late = { ...times, started: { at: at('13:00'), precision: 'minute' as const } }
    expect(reportOf({ incident: { ...incident, times: late } })).toContain('| not measured | 90 ms')
    const roughly = { ...times, resolved: { at: at('15:00'), precision: 'order' as const } }
    expect(reportOf({ incident: { ...incident, times: roughly } })).toContain(
      '| the resolution is not recorded |',
    )
  })

  test('are no section where there are none', () => {
    expect(writeReport(emptyPostmortem)).not.toContain('## Metrics')
  })
})

test('several meetings are told one after the other: when each was, who came, what its time went to, and its notes', () => {
  const first = { ...liveMeeting().sees(), stage: 'initial' as const }
  const [item] = first.agenda
  if (!item) throw new Error('The meeting has no agenda.')
  const ended = { ...first, status: 'ended' as const, endedAt: (first.startedAt ?? 0) + minutes(25) }
  const deepDives = [1, 2].map(() => ({ ...emptyMeeting, stage: 'deepDive' as const }))
  const report = writeReport({
    ...emptyPostmortem,
    earlierMeetings: [ended, ...deepDives.slice(1)],
    meeting: { ...emptyMeeting, stage: 'deepDive' },
    notes: [{ itemId: item.id, title: `First review: ${item.title}`, markdown: 'Urgent: widen the pool.' }],
  })
  const meetings = report.slice(report.indexOf('## Meetings'))
  expect([...meetings.matchAll(/^### (.+)$/gm)].map(([, name]) => name)).toEqual([
    'First review',
    'Deep dive',
    'Deep dive 2',
  ])
  expect(meetings).toMatch(/### First review\n\nThe meeting was held on .+\.\n\n\| Agenda item .+/)
  expect(meetings).toContain(
    `- Facilitator: ${first.members.find(({ role }) => role === 'facilitator')?.name}`,
  )
  expect(meetings).toContain('### Deep dive\n\nThe meeting has not started yet.')
  expect(report).toContain(`### First review: ${item.title}\n\nUrgent: widen the pool.`)
  expect(report).not.toContain('## Agenda')
})
