import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'
import proxyAddr from 'proxy-addr'

/** Whether the program at this address may say for whom it asks. */
export type ProxyTrust = (address: string, hop: number) => boolean

/** Whose request this is, as the key of a limit: a page's request and a socket's upgrade are told apart by nothing else. */
export type AddressOf = (request: IncomingMessage) => string

/**
 * `X-Forwarded-For` counts only as far as trusted proxies wrote it, and for nothing where none is trusted. Of an IPv6
 * address the network counts: whoever has one has all 2⁶⁴ in it.
 */
export const createAddressOf =
  (trust: ProxyTrust): AddressOf =>
  (request) => {
    if (!request.socket.remoteAddress) return 'gone' // hung up while we looked
    return networkOf(proxyAddr(request, trust))
  }

export const trustIn = (addresses: readonly string[]): ProxyTrust => proxyAddr.compile([...addresses])

export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '')
  if (isIPv4(mapped)) return mapped
  if (!isIPv6(address)) return 'unreadable' // a trusted proxy passed on what is no address
  const [head = '', tail] = address.replace(/%.*/, '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
