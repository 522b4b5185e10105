/** Loaded into every measured server before its own program: answers what the process, threads included, has used. */
process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  process.send?.({ usage: { cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage().rss / 2 ** 20 } })
})
process.channel?.unref()
