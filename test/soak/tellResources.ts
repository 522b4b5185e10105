import { readdirSync } from 'node:fs'

/** Loaded into the measured server before its own program: answers, garbage collected, what the process holds. */
process.on('message', (message) => {
  if (message !== 'resources') return
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const handles = Object.entries(Object.groupBy(process.getActiveResourcesInfo(), (type) => type))
  process.send?.({
    rssMiB: rss / 2 ** 20,
    heapMiB: heapUsed / 2 ** 20,
    externalMiB: external / 2 ** 20,
    openFiles: openFiles(),
    handles: Object.fromEntries(handles.map(([type, some]) => [type, some?.length ?? 0])),
  })
})
process.channel?.unref()

/** 0 where the system does not tell. */
function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}
