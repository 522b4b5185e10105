import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

type Asked = Pick<IncomingHttpHeaders, 'host' | 'origin'>

export type OwnAddress = {
  /** Whether it was this server the browser meant to ask. */
  isOwnHost: (asked: Asked) => boolean
  /** Whether a page of this server asks, or a program: of a foreign page the browser sends the cookies along all the same. */
  isOwnPage: (asked: Asked) => boolean
}

/**
 * A foreign name can be made to point at this machine; its page would then count as our own, and read what only our own
 * network may (DNS rebinding). Addresses written in digits cannot be bent like that.
 */
export function createOwnAddress({
  host,
  publicUrl,
  machineName,
}: {
  host: string
  publicUrl: string | null
  machineName: string
}): OwnAddress {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const ownNames = new Set(
    [
      'localhost',
      host,
      publicUrl === null ? '' : new URL(publicUrl).hostname,
      ...(isEverywhere ? [machineName, `${machineName}.local`] : []),
    ].map((name) => name.toLowerCase()),
  )
  return {
    isOwnHost: (asked) => {
      const name = nameIn(asked.host)
      return name !== null && (isIP(name) !== 0 || ownNames.has(name))
    },
    isOwnPage: ({ origin, host }) => {
      if (origin === undefined) return true
      const asking = URL.parse(origin)?.host
      return asking !== undefined && (asking === host?.toLowerCase() || asking === publicHost)
    },
  }
}

/** `[::1]:4100` → `::1`; null for what is no host at all. */
function nameIn(host: string | undefined): string | null {
  if (!host || !/^[\w.:[\]-]+$/.test(host)) return null
  const url = URL.parse(`http://${host}`)
  return url && url.pathname === '/' ? url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '') : null
}
