import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { allAttacks } from './attackers/allAttacks.ts'
import { prepareSiege, storedContent } from './attackers/prepareSiege.ts'

const STEP_EVERY_MS = 15

test('while every attack is tried once, five people write on, and in the end they have what they would have had in peace', {
  timeout: 90_000,
}, async () => {
  const prepared = await prepareSiege()
  onTestFinished(prepared.discard)
  const besieged = await prepared.open()
  onTestFinished(besieged.server.kill)
  const { room, siege, server } = besieged
  const faces = room.faces()

  let isOver = false
  const writing = (async () => {
    while (!isOver) {
      await room.step()
      await pause(STEP_EVERY_MS)
    }
  })()
  const endings: Record<string, string[]> = {}
  for (const { name, strike } of allAttacks) {
    endings[name] = [...new Set((await strike(siege)).endings)]
  }
  isOver = true
  await writing
  await room.barrier()

  // Each attack ended as it should, by name and code, and none of the room was harmed by it.
  const wrong = allAttacks.flatMap(({ name, ends: [must = '', ...may] }) => {
    const ended = endings[name] ?? []
    return ended.includes(must) && ended.every((end) => end === must || may.includes(end))
      ? []
      : [[name, ended]]
  })
  expect(wrong).toEqual([])
  expect([room.closes(), server.process.exitCode]).toEqual([[], null])
  expect((await fetch(`${siege.address}/readyz`)).status).toBe(200)
  expect(faces).toHaveLength(4)
  expect(room.faces()).toEqual(faces)
  const steps = room.steps()
  expect(steps).toBeGreaterThan(50)
  room.close()
  await server.stop()

  const quiet = await prepared.open()
  onTestFinished(quiet.server.kill)
  while (quiet.room.steps() < steps) await quiet.room.step()
  await quiet.room.barrier()
  quiet.room.close()
  await quiet.server.stop()
  const { postmortemId } = siege
  expect(storedContent(besieged.dataDir, postmortemId)).toEqual(storedContent(quiet.dataDir, postmortemId))
})
