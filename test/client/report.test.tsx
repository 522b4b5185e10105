import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { lexer } from 'marked'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { MarkdownTokens } from '../../client/features/report/MarkdownTokens.tsx'
import { Report } from '../../client/features/report/Report.tsx'
import { addCard } from '../../shared/content/cards.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { readImpact, readSummary } from '../../shared/content/incident.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { participantQuestionIds } from '../../shared/guide/participantQuestions.ts'
import type { CardId, EvidenceId } from '../../shared/ids.ts'
import { readReportInput } from '../../shared/report/readReportInput.ts'
import { writeReport } from '../../shared/report/writeReport.ts'
import type { EvidenceOriginal } from '../../shared/wire/evidence.ts'
import type { SealedAnswers } from '../../shared/wire/sealedAnswers.ts'
import { showInRoom } from '../harness/givenAccess.tsx'
import { givenServer } from '../harness/givenPage.tsx'
import { givenRoom, type HandmadeRoom, idOf, incidentDraft, noor, wei } from '../harness/givenRoom.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const original: EvidenceOriginal = {
  evidenceId: 'e1' as EvidenceId,
  name: 'inc-412.zip',
  format: 'slack-export',
  label: 'Slack export',
  size: 4_000,
  by: { personId: idOf(noor), name: noor.name },
  at: Date.UTC(2026, 2, 12, 9),
  hash: 'ab'.repeat(32),
  readCount: 318,
  maskedCount: 12,
  takenCount: 14,
}
const opened: Pick<SealedAnswers, 'questions'> = {
  questions: participantQuestionIds.map((questionId) => ({
    questionId,
    privacy: 'named',
    sealedCount: 3,
    isMine: false,
    revealed: questionId === 'helped' ? [{ text: 'The runbook', by: null }] : null,
  })),
}
let isDown = false
const fails = { status: 503, body: { reason: 'notStorable', sentence: 'Try again in a moment.' } }

beforeEach(() => {
  isDown = false
  givenServer(({ path }) => {
    if (isDown) return fails
    if (path.endsWith('/meetings')) return { body: { meetings: [] } }
    return path.endsWith('/evidence')
      ? { body: { originals: [original], taken: [] } }
      : { body: { ...opened, mayChoosePrivacy: false, mayReveal: false, reopened: null } }
  })
})

const show = async (room: HandmadeRoom) => {
  const shown = showInRoom(room, <Report />)
  await screen.findByRole('region', { name: 'Summary' })
  return shown
}

const gitlab = () => incidentDraft('gitlab-2017-01-31')
const sectionNamed = (name: string) => within(screen.getByRole('region', { name }))

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[a link](javascript:alert(1))',
  '![](x" onerror="alert(1))',
  '<a href="javascript:alert(1)">here</a>',
  '<svg/onload=alert(1)>',
  '](data:text/html,<script>alert(1)</script>)',
  'javascript:alert(1)',
]

function expectHarmless(root: HTMLElement) {
  expect(root.querySelectorAll('script, img, svg:not([aria-hidden]), iframe, object, style')).toHaveLength(0)
  const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
  expect(links.filter((href) => !/^(https?:\/\/|mailto:|#|\/api\/)/.test(href))).toEqual([])
  const handlers = [...root.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith('on')),
  )
  expect(handlers).toEqual([])
}

test('the page shows what the download will hold, section by section', async () => {
  const room = givenRoom({ draft: gitlab(), me: wei })
  const { container } = await show(room)
  const { incident } = emptyDraft('', null)
  const markdown = writeReport(
    readReportInput(room.contentDoc, room.snapshot.get().meeting, incident, {
      originals: [original],
      openedQuestions: [],
      earlierMeetings: [],
      originalAddress: String,
      fileAddress: String,
    }),
  )
  const headings = [...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  const shown = [...container.querySelectorAll('article section > h3:first-child')]
  expect(shown.map(({ textContent }) => textContent)).toEqual(headings)
  expect(container.textContent).toContain(gitlab().incident.title)
  for (const { text } of gitlab().cards) expect(container.textContent).toContain(text)
})

test('whatever people type into cards stays text', async () => {
  const room = givenRoom({ me: wei })
  hostile.forEach((text, position) => {
    const id = `card-${position}` as CardId
    addCard(room.contentDoc, { id, kind: 'fact', text, by: null, createdAt: 0 }, room.origin)
  })
  const { container } = await show(room)
  for (const text of hostile) expect(container.textContent).toContain(text)
  expectHarmless(container)
})

test('even Markdown that nobody escaped cannot run', () => {
  const { container } = render(<MarkdownTokens tokens={lexer(hostile.join('\n\n'))} />)
  expect(container.textContent).toContain('onerror')
  expectHarmless(container)
})

test('whoever may write changes summary and impact in place', async () => {
  const room = givenRoom({ draft: gitlab() })
  await show(room)
  fireEvent.input(screen.getByRole('textbox', { name: 'Summary' }), {
    target: { value: 'Backups did not exist.' },
  })
  expect(readSummary(room.contentDoc)).toBe('Backups did not exist.')
  const impact = readImpact(room.contentDoc)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Impact' }).value).toBe(impact)
  expect(sectionNamed('Impact').getByRole('table')).toBeDefined()
})

test('what others write appears in the report of someone who reads', async () => {
  const room = givenRoom({ draft: gitlab(), me: wei })
  await show(room)
  expect(screen.queryByRole('textbox')).toBeNull()
  summaryOf(room.contentDoc).insert(0, 'Written by another person.')
  await waitFor(() => sectionNamed('Summary').getByText('Written by another person.'))
  summaryOf(room.contentDoc).insert(0, 'First: ')
  await waitFor(() => sectionNamed('Summary').getByText('First: Written by another person.'))
})

test('the Markdown can be copied as it would be downloaded', async () => {
  const room = givenRoom({ draft: gitlab(), me: wei })
  const writeText = vi.fn(async (_text: string) => {})
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  await show(room)
  fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
  await waitFor(() => expect(writeText.mock.calls[0]?.[0]).toContain(`# ${gitlab().incident.title}`))
  expect(screen.getByRole('link', { name: 'Download Markdown' }).getAttribute('href')).toBe(
    '/api/postmortems/p1/report.md',
  )
})

test('evidence and opened answers stand in it, and nothing of what is still sealed', async () => {
  await show(givenRoom({ draft: gitlab(), me: wei }))
  const link = sectionNamed('Evidence').getByRole('link', { name: 'inc-412.zip' })
  expect(link.getAttribute('href')).toMatch(/^http.*\/api\/postmortems\/p1\/evidence\/e1\/file$/)
  sectionNamed('Evidence').getByText(/318 read, 14 taken, 12 masked/)
  const answers = sectionNamed('Answers before the meeting')
  answers.getByText('The runbook')
  expect(answers.getAllByRole('heading', { level: 4 })).toHaveLength(1)
})

test('what cannot be read of the server is said to be missing, and comes once it can be asked', async () => {
  isDown = true
  const { container } = await show(givenRoom({ draft: gitlab(), me: wei }))
  screen.getByText('Evidence and answers are missing here.')
  expect(screen.queryByText('No evidence was imported.')).toBeNull()
  expect(screen.queryByText('No answers were opened.')).toBeNull()
  expect(container.textContent).toContain(gitlab().incident.title)
})

test('until the document has arrived there is a sign of it, and no empty report', () => {
  showInRoom(givenRoom({ contentDoc: new Y.Doc() }), <Report />)
  expect(screen.getByRole('status', { name: 'Loading the report' })).toBeDefined()
  expect(screen.queryByText('Download Markdown')).toBeNull()
})
