import type { CommandId, MeetingId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import type { Result } from '../../shared/result.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { callApi } from './callApi.ts'
import { newId } from './room.ts'

const RETRY_AFTER_MS = [300, 900]

/**
 * Asks the server to do something in the meeting. A command whose answer got lost is sent again under the same id, so
 * it happens once. Answers the version of the meeting in which it has happened, or why it did not.
 */
export async function sendCommand(
  meetingId: MeetingId,
  command: MeetingCommand,
): Promise<Result<{ version: number }, Problem>> {
  const request = { params: { meetingId }, body: { commandId: newId<CommandId>(), command } }
  for (const waitMs of RETRY_AFTER_MS) {
    const answer = await callApi(runCommandEndpoint, request)
    if (answer.ok || answer.problem.reason !== 'notReached') return answer
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  return callApi(runCommandEndpoint, request)
}
