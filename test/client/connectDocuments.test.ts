import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { connectDocuments } from '../../client/room/connectDocuments.ts'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { valueStore } from '../../client/room/valueStore.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'

const AUTH = 2
const PERMISSION_DENIED = 1
const CLOSE = 7

/** A socket whose other end is this test. */
class FakeSocket {
  static newest: FakeSocket | null = null
  readyState = 1
  sent: Uint8Array[] = []
  listeners = new Map<string, (event: object) => void>()
  constructor() {
    FakeSocket.newest = this
  }
  addEventListener(type: string, listener: (event: object) => void) {
    this.listeners.set(type, listener)
  }
  removeEventListener(type: string) {
    this.listeners.delete(type)
  }
  send(frame: Uint8Array) {
    this.sent.push(frame)
  }
  close() {}
  asksToEnter() {
    return this.sent.filter((frame) => {
      const decoder = createDecoder(frame)
      readVarString(decoder)
      return readVarUint(decoder) === AUTH
    }).length
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function connected() {
  const connection = valueStore<ConnectionState>({ is: 'connecting' })
  const documents = connectDocuments({
    postmortemId: 'p1' as PostmortemId,
    personId: null,
    stageKey: null,
    contentDoc: new Y.Doc(),
    presence: null,
    connection,
    onMessage: () => {},
    onReceived: () => {},
    onAttached: () => {},
  })
  documents.start()
  const socket = FakeSocket.newest
  if (!socket) throw new Error('no socket was opened')
  socket.listeners.get('open')?.({})
  await vi.advanceTimersByTimeAsync(10)
  return { connection, documents, socket }
}

function deniedByServer(reason: string): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, 'content.p1')
  writeVarUint(encoder, AUTH)
  writeVarUint(encoder, PERMISSION_DENIED)
  writeVarString(encoder, reason)
  return toUint8Array(encoder)
}

function closedByServer(reason: string): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, 'content.p1')
  writeVarUint(encoder, CLOSE)
  writeVarString(encoder, reason)
  return toUint8Array(encoder)
}

test('when the server closes a document because access changed, the page asks to enter it again', async () => {
  const { documents, socket } = await connected()
  expect(socket.asksToEnter()).toBe(1)
  socket.listeners.get('message')?.({ data: closedByServer(closeCodes.accessChanged.reason) })
  await vi.advanceTimersByTimeAsync(100)
  expect(socket.asksToEnter()).toBe(2)
  documents.close()
})

test('a page of an older protocol is told so and stops trying', async () => {
  const { connection, documents, socket } = await connected()
  socket.listeners.get('close')?.({
    code: closeCodes.oldProtocol.code,
    reason: closeCodes.oldProtocol.reason,
  })
  expect(connection.get()).toMatchObject({
    is: 'refused',
    sentence: 'Candor has been updated. Reload this page.',
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(FakeSocket.newest).toBe(socket)
  documents.close()
})

test('a page that lost the line tries again by itself', async () => {
  const { connection, documents, socket } = await connected()
  socket.listeners.get('close')?.({ code: 1006, reason: '' })
  expect(connection.get().is).toBe('reconnecting')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(FakeSocket.newest).not.toBe(socket)
  documents.close()
})

test.each([
  ['notAMember', closeCodes.noSuchMeeting.reason],
  ['This postmortem was written by a newer Candor.', 'This postmortem was written by a newer Candor.'],
])('a no by the name %s reads: %s', async (reason, sentence) => {
  const { connection, documents, socket } = await connected()
  socket.listeners.get('message')?.({ data: deniedByServer(reason) })
  expect(connection.get()).toMatchObject({ is: 'refused', sentence })
  socket.listeners.get('close')?.({ code: 1005, reason: '' }) // the page hung up
  await vi.advanceTimersByTimeAsync(60_000)
  expect(connection.get()).toMatchObject({ is: 'refused', sentence })
  expect(FakeSocket.newest).toBe(socket)
  documents.close()
})
