import { strToU8, zipSync } from 'fflate'

/** A Slack export of so many messages over one day of an incident, as a zip. Some of it has to be masked. */
export function slackExport(messages: number): Uint8Array {
  const people = Array.from({ length: 24 }, (_, n) => ({
    id: `U${String(n).padStart(8, '0')}`,
    name: `person${n}`,
    real_name: `Person Number${n}`,
    profile: { email: `person${n}@example.org`, real_name: `Person Number${n}` },
  }))
  const start = Date.UTC(2026, 2, 11, 0) / 1_000
  const words = [
    'checkout is slow again',
    'error rate at 18 %',
    'rolled back v318',
    'maybe it is the pool?',
    'paging data platform',
    'mail me at ops@example.org',
    'DB_PASSWORD=correct-horse-7',
    'deployed checkout-api v319',
  ]
  const perDay = 5_000
  const files: Record<string, Uint8Array> = {
    'users.json': strToU8(JSON.stringify(people)),
    'channels.json': strToU8(
      JSON.stringify([{ id: 'C1', name: 'inc-412', members: people.map(({ id }) => id) }]),
    ),
  }
  for (let from = 0; from < messages; from += perDay) {
    const some = Array.from({ length: Math.min(perDay, messages - from) }, (_, place) => {
      const n = from + place
      return {
        type: 'message',
        user: people[n % people.length]?.id,
        text: `${words[n % words.length]} (${n})`,
        ts: `${start + n}.${String(n % 1_000_000).padStart(6, '0')}`,
        client_msg_id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      }
    })
    const day = new Date((start + from) * 1_000).toISOString().slice(0, 10)
    files[`inc-412/${day}-${from}.json`] = strToU8(JSON.stringify(some))
  }
  return zipSync(files)
}
