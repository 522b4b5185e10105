import type { DatabaseSync } from 'node:sqlite'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Clock } from '../shared/clock.ts'
import { fileRoute } from './attachments/fileRoute.ts'
import { keepFileRoute } from './attachments/keepFileRoute.ts'
import type { Collaboration } from './collaboration/collaboration.ts'
import { commentRoutes } from './comments/commentRoutes.ts'
import { evidenceFileRoute } from './evidence/evidenceFileRoute.ts'
import { evidenceRoutes } from './evidence/evidenceRoutes.ts'
import { accessRoutes } from './guests/accessRoutes.ts'
import { guestLinkRoutes } from './guests/guestLinkRoutes.ts'
import { guestRoutes } from './guests/guestRoutes.ts'
import { createTellGuestsChanged } from './guests/tellGuestsChanged.ts'
import { historyRoutes } from './history/historyRoutes.ts'
import type { AddressOf, ProxyTrust } from './http/addressOf.ts'
import { createAnswerEndpoint } from './http/answerEndpoint.ts'
import { answerFaults } from './http/answerFaults.ts'
import { limitAttempts } from './http/limitAttempts.ts'
import { createLinkTo } from './http/linkTo.ts'
import { logRequests } from './http/logRequests.ts'
import type { OwnAddress } from './http/ownAddress.ts'
import { refuseForeignHost } from './http/refuseForeignHost.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { servePage } from './http/servePage.ts'
import { libraryRoute } from './library/libraryRoute.ts'
import type { Limits } from './limits.ts'
import type { SendMail } from './mail/sendMail.ts'
import { materialRoutes } from './material/materialRoutes.ts'
import type { Openings } from './material/openings.ts'
import type { AttendanceBook } from './meetings/attendanceBook.ts'
import type { MeetingLog } from './meetings/meetingLog.ts'
import { meetingRoutes } from './meetings/meetingRoutes.ts'
import { newId } from './newId.ts'
import { healthRoutes } from './operating/healthRoutes.ts'
import type { Metrics } from './operating/metrics.ts'
import { metricsRoute } from './operating/metricsRoute.ts'
import type { Readiness } from './operating/readiness.ts'
import { acceptInvitationRoutes } from './people/acceptInvitationRoutes.ts'
import { accountRoutes } from './people/accountRoutes.ts'
import { createSendSignInLink } from './people/createSendSignInLink.ts'
import { peopleRoutes } from './people/peopleRoutes.ts'
import type { PrincipalOf } from './people/principalOf.ts'
import type { Reading } from './people/reading.ts'
import type { SessionBook } from './people/sessionBook.ts'
import type { SetUpKey } from './people/setUpKey.ts'
import { setUpRoute } from './people/setUpRoute.ts'
import { signInRoutes } from './people/signInRoutes.ts'
import { calendarRoute } from './postmortems/calendarRoute.ts'
import { postmortemRoutes } from './postmortems/postmortemRoutes.ts'
import { reportRoute } from './postmortems/reportRoute.ts'
import { stageRoutes } from './postmortems/stageRoutes.ts'
import type { AnswerSeal } from './sealed-answers/answerSeal.ts'
import { sealedAnswersRoutes } from './sealed-answers/sealedAnswersRoutes.ts'
import { createProvider } from './single-sign-on/createProvider.ts'
import { singleSignOnRoutes } from './single-sign-on/singleSignOnRoutes.ts'
import type { SingleSignOnSettings } from './single-sign-on/singleSignOnSettingsIn.ts'
import { circumstancesRoute } from './triage/circumstancesRoute.ts'
import { stagesRoutes } from './triage/stagesRoutes.ts'
import { triageRoutes } from './triage/triageRoutes.ts'
import { auditRoute } from './workspaces/auditRoute.ts'
import { colleagueRoutes } from './workspaces/colleagueRoutes.ts'
import { invitationRoutes } from './workspaces/invitationRoutes.ts'
import { invitedRoute } from './workspaces/invitedRoute.ts'
import { operatorRoutes } from './workspaces/operatorRoutes.ts'
import { teamRoutes } from './workspaces/teamRoutes.ts'
import { workspaceRoutes } from './workspaces/workspaceRoutes.ts'

export type AppDependencies = {
  database: DatabaseSync
  log: MeetingLog
  answerSeal: AnswerSeal
  openings: Openings
  collaboration: Collaboration
  attendance: AttendanceBook
  principalOf: PrincipalOf
  reading: Reading
  sessions: SessionBook
  setUpKey: SetUpKey
  /** Null where no mail is set up. */
  sendMail: SendMail | null
  /** Null where none is set up. */
  singleSignOn: SingleSignOnSettings | null
  /** Where people find this server, for links; null where they come by its own address. */
  publicUrl: string | null
  limits: Limits
  addressOf: AddressOf
  ownAddress: OwnAddress
  /** Which proxies may say for whom they ask, and whether the browser came to them by https. */
  trust: ProxyTrust
  clock: Clock
  metrics: Metrics
  readiness: Readiness
  logger: Logger
  /** Where the built page lies. */
  pageDir: string
}

/** The server's HTTP side; it does not listen. The order is the policy. */
export function createApp(dependencies: AppDependencies): Express {
  const { database, log, collaboration, attendance, principalOf, reading, limits, trust, clock, metrics } =
    dependencies
  const { addressOf, ownAddress, logger } = dependencies
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trust)
  app.use(logRequests(logger, metrics), securityHeaders())

  healthRoutes(app, dependencies.readiness)
  metricsRoute(app, { metrics, principalOf, ownAddress })

  app.use(refuseForeignHost(ownAddress))

  app.use('/api', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
  const answer = createAnswerEndpoint(app, { database, principalOf, addressOf, ownAddress, limits })
  const publish = publishOrReport(collaboration, logger)
  const shared = { database, log, reading, clock, attendance, publish, newId, limits }
  const { recheckAccess } = collaboration
  const countName = limitAttempts({ most: limits.namesPerTenMinutes, perSeconds: 600 })
  const counted = {
    ...shared,
    addressOf,
    countName,
    countSignInAt: limitAttempts({ most: limits.signInsPerTenMinutes, perSeconds: 600 }),
    countSignInFrom: limitAttempts({ most: limits.signInsPerAddressPerTenMinutes, perSeconds: 600 }),
    recheckAccess,
  }
  const { sendMail, setUpKey, sessions, publicUrl, singleSignOn } = dependencies
  const linkTo = createLinkTo(publicUrl)
  const reportMail = (error: unknown) => logger.error({ err: error }, 'a sign-in link could not be made')
  const sendSignInLink =
    sendMail !== null && publicUrl !== null
      ? createSendSignInLink({ database, clock, sendMail, publicUrl, report: reportMail })
      : null
  setUpRoute(answer, { ...counted, setUpKey })
  signInRoutes(answer, { ...counted, sendSignInLink })
  acceptInvitationRoutes(answer, counted)
  accountRoutes(answer, { ...counted, sessions })
  workspaceRoutes(answer, shared)
  colleagueRoutes(answer, { ...shared, linkTo, recheckAccess })
  invitationRoutes(answer, { ...shared, linkTo, sendMail })
  invitedRoute(answer, { ...shared, collaboration })
  teamRoutes(answer, { ...shared, recheckAccess })
  auditRoute(answer, shared)
  operatorRoutes(answer, { ...shared, linkTo })
  peopleRoutes(answer, { ...counted, sendMail, singleSignOnName: singleSignOn?.name ?? null })
  if (singleSignOn !== null && publicUrl !== null) {
    singleSignOnRoutes(app, {
      ...shared,
      join: singleSignOn.join,
      provider: createProvider(singleSignOn, publicUrl),
      addressOf,
      countRequest: limitAttempts({ most: limits.strangersRequestsPerMinute, perSeconds: 60 }),
      logger,
    })
  }
  const report = (error: unknown) => logger.error({ err: error }, 'a postmortem was left out')
  postmortemRoutes(answer, { ...shared, report })
  libraryRoute(answer, { ...shared, report })
  triageRoutes(answer, { ...shared, collaboration })
  stagesRoutes(answer, shared)
  stageRoutes(answer, shared)
  const tellGuestsChanged = createTellGuestsChanged({ ...shared, collaboration })
  accessRoutes(answer, { ...counted, tellGuestsChanged })
  circumstancesRoute(answer, { ...counted, tellGuestsChanged })
  guestLinkRoutes(answer, { ...counted, linkTo, tellGuestsChanged })
  guestRoutes(answer, { ...counted, tellGuestsChanged })
  const countCommand = limitAttempts({ most: limits.commandsPerTenSeconds, perSeconds: 10 })
  meetingRoutes(answer, { ...shared, countCommand })
  commentRoutes(answer, {
    ...shared,
    countComment: limitAttempts({ most: limits.commentsPerMinute, perSeconds: 60 }),
    tellCommentsChanged: collaboration.tellCommentsChanged,
  })
  historyRoutes(answer, { ...shared, collaboration })
  sealedAnswersRoutes(answer, {
    ...shared,
    answerSeal: dependencies.answerSeal,
    tellAnswersChanged: collaboration.tellAnswersChanged,
  })
  materialRoutes(answer, { ...shared, linkTo, sendMail, openings: dependencies.openings })
  evidenceRoutes(answer, shared)
  evidenceFileRoute(app, { ...shared, principalOf })
  keepFileRoute(answer, {
    ...shared,
    countFile: limitAttempts({ most: limits.attachedFilesPerMinute, perSeconds: 60 }),
  })
  fileRoute(app, { ...shared, principalOf })
  calendarRoute(app, { ...shared, principalOf, linkTo })
  reportRoute(app, {
    ...shared,
    linkTo,
    collaboration,
    principalOf,
    reportFault: (error) => logger.error({ err: error }, 'an export stands in no audit log'),
  })

  servePage(app, dependencies.pageDir)
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
