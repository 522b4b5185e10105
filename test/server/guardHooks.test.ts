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
