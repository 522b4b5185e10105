import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** The page runs its own files and talks to its own server; nothing else, whatever ends up in its markup. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // No style in the markup either: what a script sets on an element by itself is not meant by it.
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // Not every browser counts the socket as 'self'.
        connectSrc: ["'self'", ({ headers: { host } }) => socketsOf(host)],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Teams try Candor on plain http in their own network. Whoever puts https in front decides about it there.
    strictTransportSecurity: false,
    // An address can hold the key of a shared screen.
    referrerPolicy: { policy: 'same-origin' },
  })

const socketsOf = (host: string | undefined): string =>
  host && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'"
