import { readFileSync } from 'node:fs'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Postmortems } from '../../client/features/postmortems/Postmortems.tsx'
import { noFilters } from '../../shared/wire/library.ts'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { workspaceOf } from '../harness/givenAccount.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'

const incidentText = (name: string) => readFileSync(`test/evidence/incidents/${name}.json`, 'utf8')
const gitlab = incidentText('gitlab-2017-01-31')
const slack = incidentText('slack-2021-01-04')
const fileOf = (name: string, text: string) => new File([text], name, { type: 'application/json' })

let asked: Asked[] = []
let whereAmI: () => string = () => ''
let refuses: (fileName: string) => boolean = () => false

beforeEach(async () => {
  refuses = () => false
  asked = givenServer(({ method, path, body }) => {
    if (method === 'GET') return { body: { postmortems: [] } }
    const { fileName } = importIncidentEndpoint.body.parse(body)
    if (path !== '/api/postmortems/import') return { status: 404, body: {} }
    if (refuses(fileName)) return { status: 503, body: { reason: 'diskFull', sentence: 'The disk is full.' } }
    return { body: { postmortemId: 'new', meetingId: 'new-meeting' } }
  })
  whereAmI = showPage(
    <Postmortems workspaces={[workspaceOf('Payments')]} filters={noFilters} onFilter={() => {}} />,
  )
  await screen.findByText('Nothing has gone wrong here yet.')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function drop(...files: File[]) {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  fireEvent(window, Object.assign(event, { dataTransfer: { types: ['Files'], files } }))
}
const dialog = () => screen.findByRole('dialog', {}, { timeout: 5_000 })
const imports = () => asked.filter(({ method }) => method === 'POST')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('a dropped incident file is shown as it was understood, and nothing is sent before “Create”', async () => {
  drop(fileOf('gitlab.json', gitlab))
  const preview = within(await dialog())
  expect(preview.getByRole('heading', { level: 2 }).textContent).toBe(
    'Primary database directory removed during replication repair',
  )
  preview.getByText('31 January 2017, 18:00 to the hour – 1 February 2017, 18:14')
  preview.getByText('PostgreSQL primary db1')
  for (const count of [
    '13 timeline events',
    '9 interpretations',
    '2 things that went well',
    '1 piece of luck',
  ]) {
    preview.getByText(count)
  }
  expect(imports()).toEqual([])

  press('Create postmortem')
  await waitFor(() => expect(whereAmI()).toBe('/p/new'))
  expect(imports()).toMatchObject([{ body: { fileName: 'gitlab.json', text: gitlab } }])
})

test('a time is shown no more exactly than it is known, and a placeholder time not at all', async () => {
  drop(fileOf('gitlab.json', gitlab))
  const events = within(await dialog())
    .getAllByRole('listitem')
    .map((row) => row.textContent)
  expect(events[1]).toMatch(/^about 17:20An LVM snapshot/)
  expect(events[2]).toMatch(/^18:00 to the hourSpammers/)
  expect(events[4]).toMatch(/^order onlySpamming addresses/)
  expect(events.join()).not.toContain('21:05')
})

test('a malformed file names each path and reason, and says that nothing was created', async () => {
  const file = JSON.parse(gitlab)
  file.timeline[3].at = 'yesterday'
  delete file.zone
  drop(fileOf('edited.json', JSON.stringify(file)))
  const said = within(await dialog())
  said.getByText('edited.json')
  expect(said.getAllByRole('listitem').map((problem) => problem.textContent)).toEqual([
    expect.stringMatching(/^zone is missing/),
    expect.stringMatching(/^timeline\[3\]\.at a time with its offset/),
  ])
  said.getByText('Nothing was created, and the file is unchanged.')
  expect(said.queryByRole('button', { name: /Create/ })).toBeNull()
  expect(imports()).toEqual([])
})

test('of several files the readable ones are created, and one that is not readable says why', async () => {
  drop(fileOf('gitlab.json', gitlab), fileOf('notes.json', '{ "a": 1,'), fileOf('slack.json', slack))
  const list = within(await dialog())
  list.getByText(/^Not readable: line 1 is not JSON/)
  press('Create 2 postmortems')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(imports().map(({ body }) => (body as { fileName: string }).fileName)).toEqual([
    'gitlab.json',
    'slack.json',
  ])
  expect(whereAmI()).toBe('/')
})

test('a file the server refuses says so in its row, stops no other, and can be tried again alone', async () => {
  refuses = (fileName) => fileName === 'gitlab.json'
  drop(fileOf('gitlab.json', gitlab), fileOf('slack.json', slack))
  await dialog()
  press('Create 2 postmortems')
  await screen.findByText('Not created. The disk is full.')
  expect(imports()).toHaveLength(2)

  refuses = () => false
  await screen.findByRole('button', { name: 'Create 1 postmortem' })
  press('Create 1 postmortem')
  await waitFor(() => expect(imports()).toHaveLength(3))
  expect(imports()[2]).toMatchObject({ body: { fileName: 'gitlab.json' } })
})

test('a refusal of a single file is told in the preview, which stays', async () => {
  refuses = () => true
  drop(fileOf('gitlab.json', gitlab))
  await dialog()
  press('Create postmortem')
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  screen.getByRole('button', { name: 'Create postmortem' })
})

test('a file far too large is left unread', async () => {
  const huge = fileOf('huge.json', '{}')
  Object.defineProperty(huge, 'size', { value: 8_000_001 })
  huge.text = () => Promise.reject(new Error('must not be read'))
  drop(huge)
  within(await dialog()).getByText(/is larger than an incident file can be/)
})

test('text can be pasted into the page', async () => {
  const event = new Event('paste', { bubbles: true })
  fireEvent(window, Object.assign(event, { clipboardData: { getData: () => gitlab } }))
  within(await dialog()).getByText('13 timeline events')
})

test('a file held over the page is invited, until it leaves', async () => {
  const held = (type: string) =>
    fireEvent(
      window,
      Object.assign(new Event(type, { cancelable: true }), {
        dataTransfer: { types: ['Files'] },
        relatedTarget: null,
      }),
    )
  held('dragover')
  screen.getByText('Drop to read')
  held('dragleave')
  expect(screen.queryByText('Drop to read')).toBeNull()
})

test('an imported incident can be restricted from its first save', async () => {
  drop(fileOf('gitlab.json', gitlab))
  await dialog()
  fireEvent.click(screen.getByLabelText('Only some people may read this'))
  press('Create postmortem')
  await waitFor(() => expect(whereAmI()).toBe('/p/new'))
  expect(imports()).toMatchObject([{ body: { isRestricted: true, workspaceId: 'payments' } }])
})
