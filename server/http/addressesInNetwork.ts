import { networkInterfaces } from 'node:os'

/** Where others find a server that listens on every interface; nothing for one that keeps to a single address. */
export function addressesInNetwork(host: string, ownAddress: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  const { port } = new URL(ownAddress)
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
}
