import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

/** Where `vite.config.ts` sends the API and the socket. */
const PORT = '4100'

const page = await createServer()
await page.listen()
// The links the server makes are to open the page here, which reloads, and not the one that was built last.
const [PUBLIC_URL = ''] = page.resolvedUrls?.local ?? []
const server = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--watch',
    '--watch-preserve-output',
    join(import.meta.dirname, 'main.ts'),
  ],
  { stdio: 'inherit', env: { PUBLIC_URL, ...process.env, PORT, HOST: '127.0.0.1' } },
)
console.log('Open the page here; it reloads when you change it:')
page.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.once('exit', (code) => {
  console.log('The server has ended, and the page with it.')
  void page.close().then(() => process.exit(code ?? 0))
})
