import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { type BreakableLine, breakableLine } from '../harness/breakableLine.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { agreeOnAnAction, endAndRead, handOver } from './comingToAnEnd.ts'
import { gather, joinLate, start } from './comingTogether.ts'
import { expect } from './inTheMeeting.ts'
import { killTheServer, loseTheLine, reload } from './thingsThatBreak.ts'
import { keepTime, takeTurns, writeTogether } from './workingTogether.ts'

const MEETING_MS = 240_000

let browser: Browser
let candor: Candor
let line: BreakableLine
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
  line = await breakableLine(candor.address)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await candor?.stop()
})

test(
  'four people and a shared screen hold a whole meeting, through a lost line and a killed server',
  async () => {
    const room = await gather({ browser, candor, line })
    await start(room)
    await writeTogether(room)
    await takeTurns(room)
    await keepTime(room)
    const wei = await joinLate(room)
    await reload(room)
    await loseTheLine(room)
    await killTheServer(room, wei)
    await handOver(room)
    await agreeOnAnAction(room)
    await endAndRead(room)
    for (const { name, faults } of [room.maren, room.tomas, room.noor, room.stage, wei]) {
      expect(faults, `what went wrong in the page of ${name}`).toEqual([])
    }
  },
  MEETING_MS,
)
