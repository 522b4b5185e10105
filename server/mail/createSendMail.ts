import type { Logger } from 'pino'
import { isLoopback } from '../http/isLoopback.ts'
import type { MailSettings } from './mailSettingsIn.ts'
import type { SendMail } from './sendMail.ts'

const MOST_WAIT_MS = 10_000

/** One connection for each mail: there are few, and nothing is left open when the server stops. */
export function createSendMail(
  { server, from }: MailSettings,
  { logger, mostWaitMs = MOST_WAIT_MS }: { logger: Logger; mostWaitMs?: number },
): SendMail {
  const options = {
    host: server.host,
    port: server.port,
    secure: server.isEncrypted,
    // A password is not sent in the clear, whoever on the way leaves out the offer of STARTTLS.
    requireTLS: server.signIn !== null && !isLoopback(server.host),
    ...(server.signIn && { auth: server.signIn }),
    connectionTimeout: mostWaitMs,
    greetingTimeout: mostWaitMs,
    socketTimeout: mostWaitMs,
    dnsTimeout: mostWaitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return async ({ to, subject, text }) => {
    try {
      // As an object it is one address, whatever is in it; a line break would begin another header.
      const mail = { from, to: { name: '', address: to }, subject: subject.replace(/\p{Cc}+/gu, ' '), text }
      // With the first mail: it takes 25 MiB, and many servers send none.
      const { createTransport } = await import('nodemailer')
      await createTransport(options).sendMail(mail)
      return 'sent'
    } catch (error) {
      logger.warn(whatFailed(error), 'a mail could not be sent')
      return 'failed'
    }
  }
}

/** What the server said may hold the address, so only its numbers are kept. */
function whatFailed(error: unknown): { code?: unknown; responseCode?: unknown } {
  if (typeof error !== 'object' || error === null) return {}
  return {
    ...('code' in error && { code: error.code }),
    ...('responseCode' in error && { responseCode: error.responseCode }),
  }
}
