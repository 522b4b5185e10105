import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { lexer } from 'marked'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { MarkdownTokens } from '../../client/features/report/MarkdownTokens.tsx'
import { Report } from '../../client/features/report/Report.tsx'
import { addCard } from '../../shared/content/cards.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { readImpact, readSummary } from '../../shared/content/incident.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import type { CardId } from '../../shared/ids.ts'
import { readReportInput } from '../../shared/report/readReportInput.ts'
import { writeReport } from '../../shared/report/writeReport.ts'
import { givenRoom, type HandmadeRoom, InRoom, incidentDraft, wei } from '../harness/givenRoom.tsx'

afterEach(cleanup)

const show = (room: HandmadeRoom) =>
  render(
    <InRoom room={room}>
      <Report />
    </InRoom>,
  )

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

test('the page shows what the download will hold, section by section', () => {
  const room = givenRoom({ draft: gitlab(), me: wei })
  const { container } = show(room)
  const { incident } = emptyDraft('', null)
  const markdown = writeReport(
    readReportInput(room.contentDoc, room.snapshot.get().meeting, incident, String),
  )
  const headings = [...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  const shown = [...container.querySelectorAll('article section > h3:first-child')]
  expect(shown.map(({ textContent }) => textContent)).toEqual(headings)
  expect(container.textContent).toContain(gitlab().incident.title)
  for (const { text } of gitlab().cards) expect(container.textContent).toContain(text)
})

test('whatever people type into cards stays text', () => {
  const room = givenRoom({ me: wei })
  hostile.forEach((text, position) => {
    const id = `card-${position}` as CardId
    addCard(room.contentDoc, { id, kind: 'fact', text, by: null, createdAt: 0 }, room.origin)
  })
  const { container } = show(room)
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
  show(room)
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
  show(room)
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
  show(room)
  fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
  await waitFor(() => expect(writeText.mock.calls[0]?.[0]).toContain(`# ${gitlab().incident.title}`))
  vi.unstubAllGlobals()
  expect(screen.getByRole('link', { name: 'Download Markdown' }).getAttribute('href')).toBe(
    '/api/postmortems/p1/report.md',
  )
})

test('until the document has arrived there is a sign of it, and no empty report', () => {
  show(givenRoom({ contentDoc: new Y.Doc() }))
  expect(screen.getByRole('status', { name: 'Loading the report' })).toBeDefined()
  expect(screen.queryByText('Download Markdown')).toBeNull()
})
