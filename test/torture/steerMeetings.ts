import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { databasePathIn } from '../../server/dataDir.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import { listCheckpointsEndpoint, readCheckpointEndpoint } from '../../shared/wire/history.ts'
import { openPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { type Asking, askServer } from '../harness/askServer.ts'
import type { TortureTarget } from './tortureTarget.ts'

/** The newest are read every time, the older ones were. */
const CHECKPOINTS_READ = 3
const DEADLINE_MS = 10_000

/** Starts the meetings of these rooms and moves them along their agendas, as their facilitator. */
export async function steerMeetings(
  facilitator: Asking,
  dataDir: string,
  rooms: readonly PostmortemId[],
): Promise<{ steer: TortureTarget['steer']; check: TortureTarget['checkMeetings'] }> {
  /** By room: how many commands were answered with a yes. Each is in the log, whatever is killed. */
  const acknowledged = new Map<PostmortemId, number>()
  let commands = 0

  const snapshotOf = async (postmortemId: PostmortemId) =>
    (await askServer(facilitator, openPostmortemEndpoint, { params: { postmortemId } })).snapshot
  const send = async (postmortemId: PostmortemId, command: MeetingCommand) => {
    const { meetingId } = await snapshotOf(postmortemId)
    const body = { commandId: `steer-${++commands}`, command }
    await askServer(facilitator, runCommandEndpoint, { params: { meetingId }, body })
    acknowledged.set(postmortemId, (acknowledged.get(postmortemId) ?? 0) + 1)
  }
  for (const postmortemId of rooms) await send(postmortemId, { type: 'startMeeting' })

  const checkRoom = async (postmortemId: PostmortemId): Promise<number> => {
    const moves = movesInLog(dataDir, postmortemId)
    const promised = acknowledged.get(postmortemId) ?? 0
    if (moves < promised)
      throw new Error(`${promised} moves of a meeting were confirmed, its log has ${moves}.`)
    const params = { postmortemId }
    const deadline = performance.now() + DEADLINE_MS
    let { checkpoints } = await askServer(facilitator, listCheckpointsEndpoint, { params })
    // After a kill some are made up for, and become readable once they are on disk.
    while (checkpoints.length < moves && performance.now() < deadline) {
      await pause(20)
      checkpoints = (await askServer(facilitator, listCheckpointsEndpoint, { params })).checkpoints
    }
    if (checkpoints.length !== moves) {
      throw new Error(`A meeting moved ${moves} times and has ${checkpoints.length} checkpoints.`)
    }
    for (const { number } of checkpoints.slice(0, CHECKPOINTS_READ)) {
      await askServer(facilitator, readCheckpointEndpoint, {
        params: { postmortemId, number: String(number) },
      })
    }
    return checkpoints.length
  }

  return {
    steer: async (room) => {
      const postmortemId = rooms[room]
      if (!postmortemId) throw new Error(`Nobody steers room ${room}.`)
      const { agenda, currentItemId } = (await snapshotOf(postmortemId)).meeting
      if (!currentItemId) throw new Error('A meeting that was started is on no item.')
      const isAtEnd = agenda.at(-1)?.id === currentItemId
      await send(postmortemId, {
        type: isAtEnd ? 'goBackAgenda' : 'advanceAgenda',
        fromItemId: currentItemId,
      })
    },
    check: async () => {
      const counts = await Promise.all(rooms.map(checkRoom))
      const confirmed = [...acknowledged.values()].reduce((sum, count) => sum + count, 0)
      return { commands: confirmed, checkpoints: counts.reduce((sum, count) => sum + count, 0) }
    },
  }
}

/** How often the meeting began or went to another item, read from the disk. */
function movesInLog(dataDir: string, postmortemId: PostmortemId): number {
  using database = new DatabaseSync(databasePathIn(dataDir), { readOnly: true, timeout: 5_000 })
  const row = database
    .prepare(
      `SELECT count(*) AS count FROM meeting_entries JOIN meetings USING (meeting_id), json_each(events)
       WHERE postmortem_id = ? AND value ->> 'type' IN ('meetingStarted', 'agendaAdvanced', 'agendaWentBack')`,
    )
    .get(postmortemId)
  return Number(row?.count)
}
