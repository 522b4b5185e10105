import type { DatabaseSync } from 'node:sqlite'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Clock } from '../shared/clock.ts'
import { PROTOCOL_VERSION } from '../shared/wire/protocolVersion.ts'
import type { Collaboration } from './collaboration/collaboration.ts'
import { createAnswerEndpoint } from './http/answerEndpoint.ts'
import { answerFaults } from './http/answerFaults.ts'
import { logRequests } from './http/logRequests.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { servePage } from './http/servePage.ts'
import type { AttendanceBook } from './meetings/attendanceBook.ts'
import type { MeetingLog } from './meetings/meetingLog.ts'
import { meetingRoutes } from './meetings/meetingRoutes.ts'
import { newId } from './newId.ts'
import { peopleRoutes } from './people/peopleRoutes.ts'
import type { PrincipalOf } from './people/principalOf.ts'
import { postmortemRoutes } from './postmortems/postmortemRoutes.ts'
import { reportRoute } from './postmortems/reportRoute.ts'
import { stageRoutes } from './postmortems/stageRoutes.ts'

export type AppDependencies = {
  database: DatabaseSync
  log: MeetingLog
  collaboration: Collaboration
  attendance: AttendanceBook
  principalOf: PrincipalOf
  clock: Clock
  logger: Logger
  /** Where the built page lies. */
  pageDir: string
}

/** The server's HTTP side; it does not listen. The order is the policy. */
export function createApp(dependencies: AppDependencies): Express {
  const { database, log, collaboration, attendance, principalOf, clock, logger, pageDir } = dependencies
  const app = express()
  app.disable('x-powered-by')
  // A proxy on this machine says whether the browser came by https.
  app.set('trust proxy', 'loopback')
  app.use(logRequests(logger), securityHeaders())

  app.get('/healthz', (_request, response) => {
    database.prepare('SELECT 1').get()
    response.set('cache-control', 'no-store').json({ ok: true, protocol: PROTOCOL_VERSION })
  })

  app.use('/api', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
  const answer = createAnswerEndpoint(app, principalOf)
  const publish = publishOrReport(collaboration, logger)
  const shared = { database, log, clock, attendance, publish, newId }
  peopleRoutes(answer, shared)
  postmortemRoutes(answer, shared)
  stageRoutes(answer, shared)
  meetingRoutes(answer, shared)
  reportRoute(app, { database, log, collaboration, principalOf })

  servePage(app, pageDir)
  app.use(answerFaults(logger))
  return app
}

/** What is announced has already happened: a push that fails must not make it look otherwise. */
const publishOrReport =
  (collaboration: Collaboration, logger: Logger) =>
  (meetingId: Parameters<Collaboration['publishMeeting']>[0]): void => {
    try {
      collaboration.publishMeeting(meetingId)
    } catch (error) {
      logger.error({ err: error, meetingId }, 'the meeting could not be pushed')
    }
  }
