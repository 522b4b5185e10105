import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Clock } from '../../shared/clock.ts'
import { mailAddress } from '../../shared/people/credentials.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { makeSignInLinkForEndpoint } from '../../shared/wire/operator.ts'
import { type DataDir, databasePathIn } from '../dataDir.ts'
import type { Env } from '../env.ts'
import { addressOn } from '../http/listen.ts'
import { problemOf } from '../http/problems.ts'
import { cannotStart } from '../storage/cannotStart.ts'
import { openDatabase } from '../storage/database.ts'
import { makeSignInLinkFor } from '../workspaces/makeSignInLink.ts'
import { askServer } from './askServer.ts'
import { holderOf } from './holderOf.ts'
import type { Terminal } from './importFiles.ts'

type With = { env: Env; clock: Clock }

/** Prints the link, which is told here and nowhere again. The exit code: 1 where there is nobody to make it for. */
export async function signInLink({ env, clock, say, complain }: With & Terminal, email: string) {
  const link = await linkFor({ env, clock }, email)
  if (link.ok) say(link.value)
  else complain(`candor sign-in-link: ${link.problem}`)
  return link.ok ? 0 : 1
}

async function linkFor({ env, clock }: With, given: string): Promise<Result<string, string>> {
  const email = mailAddress.safeParse(given)
  if (!email.success) return refuse(email.error.issues[0]?.message ?? 'Write an e-mail address.')
  const database = databasePathIn(env.dataDir)
  if (!existsSync(database))
    throw cannotStart(`There is no database at ${resolve(database)}. Nothing was written.`)
  const holder = holderOf(env.dataDir)
  if (holder.isOurs) return linkFromDatabase(holder.dataDir, { env, clock }, email.data)
  const answer = await askServer(holder.server, makeSignInLinkForEndpoint, { email: email.data })
  return answer.ok ? ok(answer.value.link) : refuse(answer.problem.sentence)
}

function linkFromDatabase(dataDir: DataDir, { env, clock }: With, email: string): Result<string, string> {
  try {
    using database = openDatabase(dataDir.databasePath)
    const path = makeSignInLinkFor({ database, clock }, email)
    if (!path.ok) return refuse(problemOf(path.problem, '').sentence)
    return ok((env.publicUrl ?? ownAddressLater(env)) + path.value)
  } finally {
    dataDir.release()
  }
}

/** Of a port that is chosen when the server starts there is nothing to say yet. */
const ownAddressLater = ({ host, port }: Env): string => (port === 0 ? '' : addressOn(host, port))
