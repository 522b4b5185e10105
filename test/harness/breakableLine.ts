import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { ownerCookieAt, ownWith } from './owners.ts'

export type BreakableLine = {
  /** Leads to the server, for as long as the line holds. */
  address: string
  cut: () => void
  mend: () => void
  close: () => Promise<void>
}

/**
 * The cable between one person and the server. Cut, every connection through it dies and no new one comes about, as
 * when a laptop leaves the room; the browser's own offline switch leaves open sockets alone.
 */
export async function breakableLine(serverAddress: string): Promise<BreakableLine> {
  const { hostname, port } = new URL(serverAddress)
  const open = new Set<Socket>()
  let isCut = false

  const line = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy()) // the other end hung up; its `close` tells the rest
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const { port: nearPort } = line.address() as AddressInfo // listens on a port, not on a pipe
  const nearAddress = `http://127.0.0.1:${nearPort}`
  ownWith(nearAddress, ownerCookieAt(serverAddress))
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }

  return {
    address: nearAddress,
    cut: () => {
      isCut = true
      hangUp()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      hangUp()
      line.close()
      await once(line, 'close')
    },
  }
}
