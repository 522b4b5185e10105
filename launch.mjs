// Runs a program on Node 24. Debian and others still ship Node 20, which is past its end of life and cannot
// open the embedded database; the right one then comes from this project's own dependencies.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const [program, ...rest] = process.argv.slice(2)
const require = createRequire(import.meta.url)

function nodeToUse() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  const bundled = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    return require.resolve(`${bundled}/bin/node${process.platform === 'win32' ? '.exe' : ''}`)
  } catch {
    console.error(
      `Candor needs Node 24 or later. This is Node ${process.versions.node}, and the package ${bundled} is not installed.\n` +
        'Install Node 24, or run "npm ci" again without --omit=optional.',
    )
    process.exit(1)
  }
}

/** A path is run as it is; a bare name is the command-line entry of the package with that name. */
function entryOf(name) {
  if (/[./\\]/.test(name)) return resolve(name)
  const manifestPath = require.resolve(`${name.replace('playwright', '@playwright/test')}/package.json`)
  const { bin } = require(manifestPath)
  return resolve(manifestPath, '..', typeof bin === 'string' ? bin : Object.values(bin)[0])
}

const child = spawn(nodeToUse(), ['--disable-warning=ExperimentalWarning', entryOf(program), ...rest], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)))
