import { parseArgs } from 'node:util'
import { importFiles } from './cli/importFiles.ts'
import { usage, usageByCommand } from './cli/usage.ts'
import { parseEnv } from './env.ts'
import { isCannotStart } from './storage/cannotStart.ts'

process.umask(0o077) // what this process writes is for the account it runs under
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) =>
  complain(isCannotStart(error) ? error.message : `candor: ${String(error)}`),
)

/** The program's exit code; undefined while the server goes on running. */
async function run([command, ...rest]: string[]): Promise<number | undefined> {
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    console.log(usage)
    return command === undefined ? 1 : 0
  }
  if (command !== 'import' && command !== 'start') {
    return complain(`candor: there is no command “${command}”. candor --help lists them.`)
  }
  const asked = argumentsOf(rest)
  if (typeof asked === 'string')
    return complain(`candor ${command}: ${asked} candor ${command} --help explains.`)
  if (asked.help) {
    console.log(usageByCommand[command])
    return 0
  }
  if (command === 'start') {
    if (asked.files.length > 0)
      return complain('candor start: takes no arguments. candor start --help explains.')
    await import('./main.ts') // starts by being loaded
    return undefined
  }
  if (asked.files.length === 0)
    return complain('candor import: name at least one file. candor import --help explains.')
  const env = parseEnv(process.env)
  if (!env.ok) return complain(...env.problem)
  return importFiles(
    { env: env.value, clock: Date.now, say: console.log, complain: console.error },
    asked.files,
  )
}

/** What stands after the command, or what is wrong with it. */
function argumentsOf(args: string[]): { help: boolean; files: string[] } | string {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { help: values.help ?? false, files: positionals }
  } catch (error) {
    return error instanceof Error ? `${error.message.split('.')[0]}.` : String(error)
  }
}

function complain(...sentences: string[]): number {
  for (const sentence of sentences) console.error(sentence)
  return 1
}
