import type { Server } from 'node:http'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from '../shared/clock.ts'
import { createApp } from './app.ts'
import type { Collaboration } from './collaboration/collaboration.ts'
import { createCollaboration } from './collaboration/collaborationServer.ts'
import { createSeal } from './createSeal.ts'
import { type DataDir, runningServerIn, takeDataDir } from './dataDir.ts'
import type { Env } from './env.ts'
import { makeUpForCheckpoints } from './history/checkpoints.ts'
import { withCheckpoints } from './history/withCheckpoints.ts'
import { createAddressOf, trustIn } from './http/addressOf.ts'
import { createHttpServer } from './http/createHttpServer.ts'
import { listen } from './http/listen.ts'
import { createOwnAddress } from './http/ownAddress.ts'
import { createSendMail } from './mail/createSendMail.ts'
import { forgetOpenings } from './material/forgetOpenings.ts'
import { createOpenings } from './material/openings.ts'
import { createAttendanceBook } from './meetings/attendanceBook.ts'
import { sqliteMeetingLog } from './meetings/sqliteMeetingLog.ts'
import { secondsSinceBackup } from './operating/backupAge.ts'
import { databaseBytesAt } from './operating/databaseBytes.ts'
import { createMetrics, type Metrics } from './operating/metrics.ts'
import { createReadiness, type Readiness } from './operating/readiness.ts'
import { createPrincipalOf, createPrincipalOfUpgrade } from './people/principalOf.ts'
import { createReading } from './people/reading.ts'
import { createSessionBook, type SessionBook } from './people/sessionBook.ts'
import { hasSession } from './people/sessionRows.ts'
import { createSetUpKey, type SetUpKey } from './people/setUpKey.ts'
import { createAnswerSeal } from './sealed-answers/answerSeal.ts'
import { cannotStart } from './storage/cannotStart.ts'
import { openDatabase } from './storage/database.ts'

export type RunningCandor = {
  /** `http://127.0.0.1:4100`, without a slash at the end. */
  address: string
  /** Whoever opens it becomes the owner; null once there is one. A secret: to be shown to nobody but who runs this server. */
  setUpLink: string | null
  metrics: Metrics
  /** Stores what is pending and hangs up, within five seconds. */
  close: () => Promise<void>
}

type StartWith = { env: Env; clock: Clock; log: Logger }

const CLOSE_DEADLINE_MS = 5_000
const pageDir = join(import.meta.dirname, '..', 'dist')

/** The whole server, ready to be asked. Fails with a `cannotStart` where whoever starts it can do something about it. */
export async function startServer({ env, clock, log: logger }: StartWith): Promise<RunningCandor> {
  const dataDir = takeDataDir(env.dataDir)
  if (!dataDir) throw cannotStart(inUseSentence(env.dataDir))
  const parts = assemble(dataDir, { env, clock, logger })
  try {
    const address = await listen(parts.server, env)
    dataDir.announce(address)
    const { key } = parts.setUpKey
    return {
      address,
      setUpLink: key && `${env.publicUrl ?? address}/setup/${key}`,
      metrics: parts.metrics,
      close: () => stop(parts, dataDir, logger),
    }
  } catch (error) {
    await stop(parts, dataDir, logger)
    throw error
  }
}

type Parts = {
  database: { close: () => void }
  setUpKey: SetUpKey
  sessions: SessionBook
  collaboration: Collaboration
  server: Server
  metrics: Metrics
  readiness: Readiness
}

function assemble(
  dataDir: DataDir,
  { env, clock, logger }: { env: Env; clock: Clock; logger: Logger },
): Parts {
  const { databasePath, operatorKey, answersKey } = dataDir
  const database = openOrLetGo(dataDir)
  const log = sqliteMeetingLog(database)
  const openings = createOpenings(database, Buffer.from(answersKey, 'base64url'))
  const report = (error: unknown) => logger.error({ err: error }, 'sessions')
  const sessions = createSessionBook({ database, clock, report })
  const principalOf = createPrincipalOf({ database, clock, operatorKey, seen: sessions.seen })
  const reading = createReading({ database, clock })
  const setUpKey = createSetUpKey(database)
  const attendance = createAttendanceBook(clock)
  const metrics = createMetrics()
  const trust = trustIn(env.trustedProxies)
  const door = {
    addressOf: createAddressOf(trust),
    ownAddress: createOwnAddress({ ...env, machineName: hostname() }),
    limits: env.limits,
  }
  const collaboration = createCollaboration({
    ...door,
    database,
    databasePath,
    log,
    reading,
    attendance,
    principalOfUpgrade: createPrincipalOfUpgrade(database, principalOf),
    isStillIn: (principal) => principal.as !== 'person' || hasSession(database, principal.sessionId),
    clock,
    metrics,
    logger,
    report: (error, socketId) => logger.error({ err: error, socketId }, 'collaboration'),
  })
  metrics.watch(() => ({
    ...collaboration.figures(),
    databaseBytes: databaseBytesAt(databasePath),
    backupAgeSeconds: secondsSinceBackup(dirname(databasePath), clock),
  }))
  const readiness = createReadiness({ database, isTroubled: collaboration.isTroubled })
  const checkpoints = {
    database,
    collaboration,
    clock,
    report: (error: unknown) => logger.error({ err: error }, 'history'),
  }
  makeUpForCheckpoints(checkpoints)
  const app = createApp({
    database,
    log: withCheckpoints(forgetOpenings(log, { database, openings }), checkpoints),
    openings,
    answerSeal: createAnswerSeal(createSeal(Buffer.from(answersKey, 'base64url'))),
    collaboration,
    attendance,
    principalOf,
    reading,
    sessions,
    setUpKey,
    sendMail: env.mail && createSendMail(env.mail, { logger }),
    singleSignOn: env.singleSignOn,
    publicUrl: env.publicUrl,
    trust,
    ...door,
    clock,
    metrics,
    readiness,
    logger,
    pageDir,
  })
  const server = createHttpServer(app, collaboration.handleUpgrade, { limits: env.limits, trust })
  return { database, setUpKey, sessions, collaboration, server, metrics, readiness }
}

function openOrLetGo(dataDir: DataDir) {
  try {
    return openDatabase(dataDir.databasePath)
  } catch (error) {
    dataDir.release()
    throw error
  }
}

/** In this order: nobody is sent here; what is pending to the disk; nobody is answered; database and folder are free. */
async function stop(
  { server, collaboration, database, sessions, readiness }: Parts,
  dataDir: DataDir,
  logger: Logger,
): Promise<void> {
  readiness.shutDown()
  const stopped = Promise.all([collaboration.close(), sessions.close()]).then(
    () =>
      new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      }),
  )
  const deadline = new Promise<'late'>((late) => {
    setTimeout(() => late('late'), CLOSE_DEADLINE_MS).unref()
  })
  if ((await Promise.race([stopped, deadline])) === 'late') {
    logger.error('stopped at the deadline: what was last written may not have reached the disk')
    server.close()
    server.closeAllConnections()
  }
  database.close()
  dataDir.release()
}

function inUseSentence(dataDir: string): string {
  const running = runningServerIn(dataDir)
  const who = running ? `process ${running.pid}, at ${running.address}` : 'another Candor process'
  return `The data folder ${resolve(dataDir)} is in use by ${who}. Stop that one first, or start this one with another DATA_DIR.`
}
