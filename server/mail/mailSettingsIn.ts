import { mailAddress } from '../../shared/people/credentials.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { isVisible } from '../../shared/wire/people.ts'

export type MailServer = {
  host: string
  port: number
  /** Encrypted from the first byte (`smtps:`); otherwise by STARTTLS, where the server offers it. */
  isEncrypted: boolean
  signIn: { user: string; pass: string } | null
}
export type MailSettings = { server: MailServer; from: { name: string; address: string } }

// Never with the value: it holds a password.
const wrongServer =
  'SMTP_URL does not name a mail server; it takes smtp://name:password@mail.example.org:587, or smtps://…, with every sign of the password that is neither letter nor digit written like %40.'

/** Null where no mail is set up. Every wrong variable comes back in a sentence of its own. */
export function mailSettingsIn(
  given: Record<string, string | undefined>,
): Result<MailSettings | null, string[]> {
  const read = (name: string) => given[name]?.trim() ?? ''
  const [url, sender] = [read('SMTP_URL'), read('MAIL_FROM')]
  if (url === '' && sender === '') return ok(null)
  const server = serverIn(url)
  const from = senderIn(sender)
  if (server && from && read('PUBLIC_URL') !== '') return ok({ server, from })
  return refuse([
    ...(url === ''
      ? ['MAIL_FROM is set and SMTP_URL is not; mail needs both.']
      : server
        ? []
        : [wrongServer]),
    ...(sender === ''
      ? ['SMTP_URL is set and MAIL_FROM is not; mail needs both.']
      : from
        ? []
        : [`MAIL_FROM is “${sender}”; it takes an e-mail address, like Candor <candor@example.org>.`]),
    ...(read('PUBLIC_URL') === ''
      ? ['Links in mails must lead somewhere: set PUBLIC_URL too, the address people open.']
      : []),
  ])
}

function serverIn(given: string): MailServer | null {
  const url = URL.parse(given)
  if (!url || !/^smtps?:$/.test(url.protocol) || !/^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(url.hostname))
    return null
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) return null
  const isEncrypted = url.protocol === 'smtps:'
  const [user, pass] = [decoded(url.username), decoded(url.password)]
  if (user === null || pass === null || (user === '') !== (pass === '')) return null
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (isEncrypted ? 465 : 587),
    isEncrypted,
    signIn: user === '' ? null : { user, pass },
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // a lone %
  }
}

function senderIn(given: string): MailSettings['from'] | null {
  const [, name = '', address = given] = /^([^<>"]*)<([^<>]+)>$/.exec(given) ?? []
  return mailAddress.safeParse(address).success && isVisible(name)
    ? { name: name.trim(), address: address.trim() }
    : null
}
