import { Hocuspocus } from '@hocuspocus/server'
import { afterEach, expect, test, vi } from 'vitest'
import { guardHooks } from '../../server/collaboration/guardHooks.ts'

const unhandled: unknown[] = []
const onUnhandled = (error: unknown) => void unhandled.push(error)
afterEach(() => {
  process.off('unhandledRejection', onUnhandled)
})

const broken = async () => {
  throw new Error('a bug')
}

test.each([
  'onStateless',
  'onChange',
  'onAwarenessUpdate',
  'onDisconnect',
  'connected',
  'afterUnloadDocument',
] as const)('a bug in %s is reported and goes no further', async (name) => {
  process.on('unhandledRejection', onUnhandled)
  const reported: unknown[] = []
  const extension = guardHooks({ [name]: broken }, (error) => reported.push(error))
  const hocuspocus = new Hocuspocus({ extensions: [extension] })
  await hocuspocus.hooks(name, {} as never)
  await vi.waitFor(() => expect(reported).toHaveLength(1))
  expect(unhandled).toEqual([])
})

test.each(['onAuthenticate', 'onLoadDocument', 'beforeSync', 'beforeHandleAwareness'] as const)(
  'a bug in %s still keeps the door closed, and tells nobody outside what broke',
  async (name) => {
    const reported: unknown[] = []
    const extension = guardHooks({ [name]: broken }, (error) => reported.push(error))
    const hocuspocus = new Hocuspocus({ extensions: [extension] })
    await expect(hocuspocus.hooks(name, {} as never)).rejects.not.toHaveProperty('message')
    expect(reported).toHaveLength(1)
  },
)

test('an expected refusal passes through and is not reported as a bug', async () => {
  const reported: unknown[] = []
  const refuses = async () => {
    throw { reason: 'notAMember' }
  }
  const extension = guardHooks({ onAuthenticate: refuses }, (error) => reported.push(error))
  const hocuspocus = new Hocuspocus({ extensions: [extension] })
  await expect(hocuspocus.hooks('onAuthenticate', {} as never)).rejects.toEqual({ reason: 'notAMember' })
  expect(reported).toEqual([])
})

test('a storage that does not answer is no refusal: the page is told to come back', async () => {
  const full = async () => {
    throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
  }
  const hangUps: string[] = []
  const context = { socketId: 'a1', hangUp: (reason: string) => hangUps.push(reason) }
  const reported: [unknown, string | undefined][] = []
  const extension = guardHooks({ onLoadDocument: full }, (...told) =>
    reported.push(told as [unknown, string]),
  )
  const hocuspocus = new Hocuspocus({ extensions: [extension] })
  await expect(hocuspocus.hooks('onLoadDocument', { context } as never)).rejects.not.toHaveProperty('message')
  expect(hangUps).toEqual(['storageAway'])
  expect(reported).toMatchObject([[{ errcode: 13 }, 'a1']])
})
