import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import { openPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer, joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { connectClient } from '../harness/connectClient.ts'
import { faultyDiskArgv, setDisk } from '../harness/diskFaults.ts'
import { spawnServer } from '../harness/spawnServer.ts'

const paragraph = (number: number) => `${number} ${'x'.repeat(20_000)} `

test('on a full disk editing goes on and nothing is called saved; once there is room, all of it is, and survives kill -9', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-full-'))
  const server = await spawnServer({ dataDir, execArgv: faultyDiskArgv })
  onTestFinished(() => server.kill())
  const { address } = server
  const [fay, sam] = [
    { address, ...(await signIn(address, 'Fay')) },
    { address, ...(await signIn(address, 'Sam')) },
  ]
  const postmortemId = await startPostmortem(fay, 'Checkout slowed')
  await joinMeeting(sam, postmortemId)
  const connect = ({ cookie }: { cookie: string }, at = address) =>
    connectClient({ address: at, postmortemId, headers: { cookie } })
  const [writer, reader] = [connect(fay), connect(sam)]
  await vi.waitFor(() => expect(writer.isSynced() && reader.isSynced()).toBe(true))

  await setDisk(server.process, { isFull: true })
  let isDurable = false
  for (let number = 0; number < 20; number++) {
    writer.edit((doc) => summaryOf(doc).insert(summaryOf(doc).length, paragraph(number)))
  }
  const durable = writer.barrier().then(() => {
    isDurable = true
  })
  await vi.waitFor(() => expect(writer.heard).toContainEqual({ type: 'notStored' }), 5_000)
  await vi.waitFor(() => expect(summaryOf(reader.doc).toString()).toContain(paragraph(19)), 5_000)
  const figures = await (await fetch(`${address}/metrics`)).text()
  expect(figures).toMatch(/candor_store_waiting_changes [1-9]/)
  expect(figures).toMatch(/candor_store_failures_total [1-9]/)

  const { snapshot } = await askServer(fay, openPostmortemEndpoint, { params: { postmortemId } })
  const setPrompt = (commandId: string) =>
    askServer(fay, runCommandEndpoint, {
      params: { meetingId: snapshot.meetingId },
      body: { commandId, command: { type: 'setPrompt', prompt: 'y'.repeat(280) } },
    })
  // Sooner or later one needs a page more than there is.
  const refusal = await (async () => {
    for (let sent = 0; sent < 100; sent++) await setPrompt(`full-${sent}`)
  })().catch((error: Error) => error.message)
  expect(refusal).toContain('503')
  expect(refusal).toContain('notStorable')
  expect(isDurable).toBe(false)

  await setDisk(server.process, { isFull: false })
  await durable
  await setPrompt('room-again')
  await server.kill()
  for (const client of [writer, reader]) client.close()
  const again = await spawnServer({ dataDir })
  onTestFinished(() => again.kill())
  const returned = connect(fay, again.address)
  await vi.waitFor(() => expect(summaryOf(returned.doc).length).toBeGreaterThan(400_000), 5_000)
  expect(summaryOf(returned.doc).toString()).toBe(Array.from({ length: 20 }, (_, i) => paragraph(i)).join(''))
  returned.close()
})

test('on a slow disk, under people who never stop typing, every command gets its turn', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-slow-'))
  const server = await spawnServer({ dataDir, execArgv: faultyDiskArgv })
  onTestFinished(() => server.kill())
  const { address } = server
  const fay = { address, ...(await signIn(address, 'Fay')) }
  const postmortemId = await startPostmortem(fay, 'Checkout slowed')
  const writer = connectClient({ address, postmortemId, headers: { cookie: fay.cookie } })
  onTestFinished(() => writer.close())
  await vi.waitFor(() => expect(writer.isSynced()).toBe(true))
  const { snapshot } = await askServer(fay, openPostmortemEndpoint, { params: { postmortemId } })
  await setDisk(server.process, { slowMs: 250 })
  const typing = setInterval(() => writer.edit((doc) => summaryOf(doc).insert(0, 'x')), 5)
  onTestFinished(() => clearInterval(typing))
  await writer.barrier()
  for (let sent = 0; sent < 8; sent++) {
    const command = { type: 'setPrompt', prompt: `Question ${sent}` }
    const body = { commandId: `slow-${sent}`, command }
    await askServer(fay, runCommandEndpoint, { params: { meetingId: snapshot.meetingId }, body })
    await pause(60) // into the middle of the next commit
  }
  await setDisk(server.process, {})
})
