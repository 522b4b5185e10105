import * as z from 'zod/mini'
import { commandId, meetingId } from '../ids.ts'
import { meetingCommand } from '../meeting/commands.ts'
import { endpoint } from './endpoint.ts'

/** A retry repeats `commandId`, so a command whose answer got lost happens once. */
export const commandRequest = z.strictObject({ commandId, command: meetingCommand })
export type CommandRequest = z.infer<typeof commandRequest>

/** Answers 200 once the command is in the log; 409 with the refusal's name and sentence when it is not. */
export const runCommandEndpoint = endpoint({
  method: 'POST',
  path: '/api/meetings/:meetingId/commands',
  params: z.object({ meetingId }),
  body: commandRequest,
  answer: z.object({ version: z.number() }),
})
