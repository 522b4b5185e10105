import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as z from 'zod/mini'

const resources = z.object({
  rssMiB: z.number(),
  heapMiB: z.number(),
  /** Buffers and what else lies beside the heap. */
  externalMiB: z.number(),
  openFiles: z.number(),
  handles: z.record(z.string(), z.number()),
})
export type Resources = z.infer<typeof resources>

export const tellingArgv = ['--expose-gc', '--import', new URL('./tellResources.ts', import.meta.url).href]

export async function resourcesOf(server: ChildProcess): Promise<Resources> {
  const answered = once(server, 'message')
  server.send('resources')
  const [message] = await answered
  return resources.parse(message)
}
