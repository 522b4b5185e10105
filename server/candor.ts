import { parseArgs } from 'node:util'
import { backup } from './cli/backup.ts'
import type { AnswersAsked } from './cli/evidenceAnswers.ts'
import { importFiles } from './cli/importFiles.ts'
import { restore } from './cli/restore.ts'
import { signInLink } from './cli/signInLink.ts'
import { usage, usageByCommand } from './cli/usage.ts'
import { verify } from './cli/verify.ts'
import { databasePathIn } from './dataDir.ts'
import { parseEnv } from './env.ts'
import { isCannotStart } from './storage/cannotStart.ts'

type Command = keyof typeof usageByCommand
type Asked = AnswersAsked & { help: boolean; force: boolean; json: boolean; files: string[] }

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
  if (!isCommand(command))
    return complain(`candor: there is no command “${command}”. candor --help lists them.`)
  const asked = argumentsOf(command, rest)
  if (typeof asked === 'string')
    return complain(`candor ${command}: ${asked} candor ${command} --help explains.`)
  if (asked.help) {
    console.log(usageByCommand[command])
    return 0
  }
  const wrong = wrongCount(command, asked.files.length)
  if (wrong) return complain(`candor ${command}: ${wrong} candor ${command} --help explains.`)
  return obey(command, asked)
}

async function obey(
  command: Command,
  { files, force, json, ...answers }: Asked,
): Promise<number | undefined> {
  if (command === 'start') {
    await import('./main.ts') // starts by being loaded
    return undefined
  }
  const terminal = { say: console.log, complain: console.error }
  if (command === 'evidence') {
    const { evidence } = await import('./cli/evidence.ts') // its formats are many, and no other command waits for them
    return evidence({ files, json, ...answers }, terminal)
  }
  const parsed = parseEnv(process.env)
  if (!parsed.ok) return complain(...parsed.problem)
  const env = parsed.value
  const [file = databasePathIn(env.dataDir)] = files // only verify may leave it out
  switch (command) {
    case 'import':
      return importFiles({ env, clock: Date.now, ...terminal }, files)
    case 'backup':
      return backup(env.dataDir, file, terminal)
    case 'restore':
      return restore({ dataDir: env.dataDir, file, force, clock: Date.now, ...terminal })
    case 'verify':
      return verify(file, json, terminal)
    case 'sign-in-link':
      return signInLink({ env, clock: Date.now, ...terminal }, file)
  }
}

function wrongCount(command: Command, files: number): string | null {
  if (command === 'start') return files > 0 ? 'takes no arguments.' : null
  if (command === 'import' || command === 'evidence') return files === 0 ? 'name at least one file.' : null
  if (command === 'verify') return files > 1 ? 'name one file, or none.' : null
  if (command === 'sign-in-link') return files === 1 ? null : 'name one e-mail address.'
  return files === 1 ? null : 'name one file.'
}

function isCommand(command: string): command is Command {
  return Object.hasOwn(usageByCommand, command)
}

/** What stands after the command, or what is wrong with it. */
function argumentsOf(command: Command, args: string[]): Asked | string {
  try {
    const text = { type: 'string' } as const
    const options = {
      help: { type: 'boolean', short: 'h' },
      ...(command === 'restore' && { force: { type: 'boolean' } as const }),
      ...((command === 'verify' || command === 'evidence') && { json: { type: 'boolean' } as const }),
      ...(command === 'evidence' && {
        zone: text,
        date: text,
        'date-order': text,
        'repeated-hour': text,
        anchor: text,
      }),
    } as const
    const { values, positionals } = parseArgs({ args: withOffsets(args), options, allowPositionals: true })
    const { help = false, force = false, json = false, ...answers } = values as Partial<Asked> // as typed above
    return { ...answers, help, force, json, files: positionals }
  } catch (error) {
    return error instanceof Error ? `${error.message.split('.')[0]}.` : String(error)
  }
}

/** `--zone -07:00` as `--zone=-07:00`: apart, an offset to the west looks like another flag. */
function withOffsets(args: string[]): string[] {
  const isOffset = (at: number) => args[at - 1] === '--zone' && /^-\d/.test(args[at] ?? '')
  return args.flatMap((arg, at) =>
    isOffset(at) ? [] : isOffset(at + 1) ? [`${arg}=${args[at + 1]}`] : [arg],
  )
}

function complain(...sentences: string[]): number {
  for (const sentence of sentences) console.error(sentence)
  return 1
}
