import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import type { SendMail } from '../mail/sendMail.ts'
import { signInLinkMail } from '../mail/signInLinkMail.ts'
import { whenFree } from '../storage/whenFree.ts'
import { accountWithEmail } from './accountRows.ts'
import { newSecretKey } from './secretKey.ts'
import { addSignInLink } from './signInLinkRows.ts'

const LINK_MS = 15 * 60_000

type SendDependencies = {
  database: DatabaseSync
  clock: Clock
  sendMail: SendMail
  /** Never taken from a request: whoever asks for another’s link must not choose where it leads. */
  publicUrl: string
  report: (error: unknown) => void
}

/** Sends a link to whoever has this address. Nothing is done before the answer is on its way, so that time does not tell. */
export const createSendSignInLink =
  ({ database, clock, sendMail, publicUrl, report }: SendDependencies) =>
  (email: string): void => {
    const send = async () => {
      const account = accountWithEmail(database, email)
      if (!account) return
      const key = newSecretKey()
      const link = { key, personId: account.person.personId, expiresAt: clock() + LINK_MS }
      await whenFree(database, () => addSignInLink(database, link))
      await sendMail(signInLinkMail({ to: account.email, link: `${publicUrl}/sign-in/${key}` }))
    }
    setImmediate(() => void send().catch(report))
  }
