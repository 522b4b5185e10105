import { allAttacks } from '../server/attackers/allAttacks.ts'
import { gather, type Siege } from '../server/attackers/siege.ts'
import { NEIGHBOUR } from './neighbour.ts'

const COMPUTES_MS = 400

/** Without a name: new attackers are to take the places of those who are known by now. */
type Order = { siege: Siege; name?: string }

/** Attacks from a process of its own, so that making garbage takes no time from the people whose writing is timed. */
process.on('message', async ({ siege, name }: Order) => {
  if (name === undefined) {
    await gather(siege)
    return process.send?.('gathered')
  }
  if (name === NEIGHBOUR) {
    const until = performance.now() + COMPUTES_MS
    while (performance.now() < until) Math.sqrt(until)
    return process.send?.({ messages: 0, bytes: 0, endings: [] })
  }
  const attack = allAttacks.find((one) => one.name === name)
  if (!attack) throw new Error(`There is no attack “${name}”.`)
  process.send?.(await attack.strike(siege))
})
