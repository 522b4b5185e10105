import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { type DueCheckpoint, dueCheckpoints } from './checkpointRows.ts'

export type CheckpointDependencies = {
  database: DatabaseSync
  collaboration: Pick<Collaboration, 'keepCheckpoint'>
  clock: Clock
  report: (error: unknown) => void
}

/**
 * Gives a due checkpoint its content, read now and stored soon. Where that fails it stays due, and is made up for at the
 * next start: what it was made for has happened and must not look otherwise.
 */
export function fillCheckpoint(
  { collaboration, report }: Pick<CheckpointDependencies, 'collaboration' | 'report'>,
  due: DueCheckpoint,
  readAt: number,
): void {
  const failed = (error: unknown) => report(new Error('A checkpoint could not be made.', { cause: error }))
  try {
    collaboration.keepCheckpoint(due, readAt).catch(failed)
  } catch (error) {
    failed(error)
  }
}

/** At the start, for what a kill fell in front of: what is stored now, and when it was read, is all anyone can say. */
export function makeUpForCheckpoints(dependencies: CheckpointDependencies): void {
  const { database, clock } = dependencies
  for (const due of dueCheckpoints(database)) fillCheckpoint(dependencies, due, clock())
}
