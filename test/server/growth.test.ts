import { expect, test } from 'vitest'
import { COMPACT_ABOVE_BYTES } from '../../server/collaboration/pace.ts'
import { type Grown, growDocument } from '../bench/growDocument.ts'

const SESSIONS = 6

test('a document edited for twelve hours stays within twice its content, and takes less than that on disk', async () => {
  const sessions: Grown[] = []
  for await (const grown of growDocument(SESSIONS)) sessions.push(grown)
  expect(sessions).toHaveLength(SESSIONS)
  for (const { contentAlone, document, onDiskAtRest, onDiskAtMost } of sessions) {
    expect(document / contentAlone).toBeLessThan(2)
    expect(onDiskAtRest / contentAlone).toBeLessThan(1)
    expect((onDiskAtMost - COMPACT_ABOVE_BYTES) / contentAlone).toBeLessThan(2)
  }
  // Each checkpoint holds everything, and is a fraction of it.
  const [last] = sessions.slice(-1)
  expect(last?.checkpoints).toBe(SESSIONS * 8)
  expect((last?.checkpointBytes ?? 0) / (last?.checkpoints ?? 0)).toBeLessThan((last?.contentAlone ?? 0) / 4)
}, 60_000)
