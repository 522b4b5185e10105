import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json']
const BUILT = 'dist/index.html'

/** Builds the client unless what is built is newer than everything it is made of. Runs once, before the journeys. */
export default function buildClient(): void {
  if (changedAt(BUILT) >= Math.max(...sources.map(newestIn))) return
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js')
  // A test run's own NODE_ENV would put the development build of React into it.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The client does not build:\n${stdout}\n${stderr}`)
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return changedAt(path)
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map((name) => changedAt(join(path, name))))
}

/** 0 for what is not there. */
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
