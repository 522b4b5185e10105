import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { SessionId } from '../../shared/ids.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { noteSeen } from './sessionRows.ts'

export type SessionBook = {
  /** Called with every request: written down once a minute, so that looking at a page writes nothing. */
  seen: (sessionId: SessionId) => void
  /** In ms; null where it was not seen since what the database says. */
  lastSeenAt: (sessionId: SessionId) => number | null
  close: () => Promise<void>
}

const WRITE_EVERY_MS = 60_000

type BookDependencies = { database: DatabaseSync; clock: Clock; report: (error: unknown) => void }

export function createSessionBook({ database, clock, report }: BookDependencies): SessionBook {
  let seenAt = new Map<SessionId, number>()
  const write = async () => {
    const noted = seenAt
    if (noted.size === 0) return
    seenAt = new Map()
    const writeAll = () =>
      inTransaction(database, () => {
        for (const [sessionId, at] of noted) noteSeen(database, sessionId, at)
      })
    await whenFree(database, writeAll).catch(report)
  }
  const timer = setInterval(() => void write(), WRITE_EVERY_MS).unref()
  return {
    seen: (sessionId) => seenAt.set(sessionId, clock()),
    lastSeenAt: (sessionId) => seenAt.get(sessionId) ?? null,
    close: async () => {
      clearInterval(timer)
      await write()
    },
  }
}
