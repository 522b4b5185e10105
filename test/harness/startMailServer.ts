import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Received = {
  /** As the two servers told each other, whatever the mail says. */
  from: string
  to: string[]
  isEncrypted: boolean
  signedInAs: string | null
  /** By small names; decoded. */
  headers: Record<string, string>
  text: string
}

export type MailServer = { port: number; received: Received[]; close: () => Promise<void> }

/** A real mail server on a free port. Without other options it takes everything, unencrypted, from anybody. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 1, // ms, for whoever is still connected
    onData: (stream, { envelope, secure, user }, taken) => {
      void text(stream).then((raw) => {
        const { mailFrom, rcptTo } = envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          isEncrypted: secure,
          signedInAs: user ?? null,
          ...parsed(raw),
        })
        taken()
      })
    },
    ...options,
  })
  server.on('error', () => {}) // a client that does not trust it hangs up
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const close = () => new Promise<void>((closed) => void server.close(() => closed()))
  onTestFinished(close)
  const { port } = listening.address() as AddressInfo // it listens on a port
  return { port, received, close }
}

/** Enough of MIME for what Candor writes: one part of text. */
function parsed(raw: string): Pick<Received, 'headers' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(': ')
      return [name.toLowerCase(), decodedWords(value.join(': '))]
    }),
  )
  return { headers, text: decoded(rest.join('\r\n\r\n'), headers['content-transfer-encoding']) }
}

const decodedWords = (value: string) =>
  value
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B' ? base64(word) : quotedPrintable(word.replaceAll('_', ' ')),
    )

const decoded = (body: string, how: string | undefined) =>
  (how === 'base64' ? base64(body) : how === 'quoted-printable' ? quotedPrintable(body) : body).replaceAll(
    '\r\n',
    '\n',
  )

const base64 = (written: string) => Buffer.from(written, 'base64').toString()
const quotedPrintable = (written: string) =>
  written
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
