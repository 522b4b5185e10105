import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { AccountMenu } from '../../client/app/AccountMenu.tsx'
import { PersonGate } from '../../client/app/PersonGate.tsx'
import { sayNameEndpoint } from '../../shared/wire/people.ts'
import { givenServer, showPage } from '../harness/givenPage.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A server that knows one browser by its latest name. */
function rememberingNames(known: string | null) {
  let name = known
  return givenServer(({ method, body }) => {
    if (method === 'POST') name = sayNameEndpoint.body.parse(body).name
    return { body: { person: name === null ? null : { personId: 'wei', name } } }
  })
}
const nameField = (): Promise<HTMLInputElement> => screen.findByRole('textbox', { name: /name/i })

async function sayName(name: string) {
  const field = await nameField()
  fireEvent.change(field, { target: { value: name } })
  fireEvent.submit(field)
}

test('someone who opens a meeting link says a name first and then arrives at that meeting', async () => {
  rememberingNames(null)
  const whereAmI = showPage('home', { at: '/p/abc', frame: <PersonGate /> })
  await screen.findByRole('button', { name: 'Join the meeting' })
  expect(screen.queryByText('This is the room.')).toBeNull()
  await sayName('Wei Chen')
  await screen.findByText('This is the room.')
  expect(whereAmI()).toBe('/p/abc')
})

test('a name that cannot be used is explained beside the field and never sent', async () => {
  const asked = rememberingNames(null)
  showPage('home', { frame: <PersonGate /> })
  await sayName('   ')
  await screen.findByText('Say a name.')
  await sayName('Wei\u202eChen')
  await screen.findByText('A name is made of visible characters.')
  expect((await nameField()).getAttribute('aria-invalid')).toBe('true')
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
})

test('a known person is not asked again, and can change the name', async () => {
  rememberingNames('Wei')
  showPage(<AccountMenu />, { frame: <PersonGate /> })
  fireEvent.click(await screen.findByRole('button', { name: /^Wei\b/ }))
  fireEvent.click(await screen.findByText('Change your name'))
  await sayName('Wei Chen')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await screen.findByRole('button', { name: /^Wei Chen/ })
})

test('a chosen theme is painted at once and kept on this device', async () => {
  rememberingNames('Wei')
  showPage(<AccountMenu />, { frame: <PersonGate /> })
  fireEvent.click(await screen.findByRole('button', { name: /^Wei\b/ }))
  fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Dark' }))
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(localStorage.getItem('candor.theme')).toBe('dark')
  fireEvent.click(screen.getByRole('menuitemradio', { name: 'As the system' }))
  expect(document.documentElement.dataset.theme).toBeUndefined()
})
