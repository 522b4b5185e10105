import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts and times. Numbers and our own names for things; never an id, a title or a person. */
export type Metrics = {
  registry: Registry
  httpAnswered: (request: { method: string; route: string; status: number; seconds: number }) => void
  refused: (door: 'command' | 'http', reason: string) => void
  socketClosed: (reason: string) => void
  editRelayed: (seconds: number) => void
  /** `lagsMs`: of each change in a batch, from its append to the answer of the disk. */
  stored: (lagsMs: readonly number[]) => void
  notStored: () => void
  /** Reads what stands at a certain height whenever somebody asks. */
  watch: (figures: () => Figures) => void
}

export type Figures = {
  rooms: number
  people: number
  sockets: number
  /** Changes and their bytes that are not on disk yet, and for how long the oldest of them. */
  waitingChanges: number
  waitingBytes: number
  waitingSeconds: number
  databaseBytes: number
  /** Null when no backup is known of. */
  backupAgeSeconds: number | null
}

const gauges: Record<keyof Figures, [name: string, help: string]> = {
  rooms: ['candor_rooms', 'Content documents open in memory.'],
  people: ['candor_people', 'People with at least one open socket.'],
  sockets: ['candor_sockets', 'Open sockets, those of shared screens included.'],
  waitingChanges: ['candor_store_waiting_changes', 'Changes of content not on disk yet.'],
  waitingBytes: ['candor_store_waiting_bytes', 'Memory these changes take.'],
  waitingSeconds: ['candor_store_waiting_seconds', 'For how long the oldest of them has been waiting.'],
  databaseBytes: ['candor_database_bytes', 'Size of the database and its log on disk.'],
  backupAgeSeconds: ['candor_backup_age_seconds', 'Since the last candor backup; absent before the first.'],
}

const quick = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const slow = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const http = new Histogram({
    name: 'candor_http_seconds',
    help: 'From a request to the end of its answer, by the pattern of its route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: slow,
    registers,
  })
  const refusals = new Counter({
    name: 'candor_refusals_total',
    help: 'Named refusals of commands and of other requests.',
    labelNames: ['door', 'reason'] as const,
    registers,
  })
  const closes = new Counter({
    name: 'candor_socket_closes_total',
    help: 'Closed sockets. malformedMessage and tooMuch: the server hung up.',
    labelNames: ['reason'] as const,
    registers,
  })
  const edits = new Histogram({
    name: 'candor_edit_seconds',
    help: 'From the arrival of an edit until it is applied and sent to the others; its count is the edits.',
    buckets: quick,
    registers,
  })
  const lag = new Histogram({
    name: 'candor_store_lag_seconds',
    help: 'From the append of a change to the content log until it is on disk.',
    buckets: slow,
    registers,
  })
  const failures = new Counter({
    name: 'candor_store_failures_total',
    help: 'Batches of changes the disk did not take; each is tried again.',
    registers,
  })

  return {
    registry,
    httpAnswered: ({ method, route, status, seconds }) => http.observe({ method, route, status }, seconds),
    refused: (door, reason) => refusals.inc({ door, reason }),
    socketClosed: (reason) => closes.inc({ reason }),
    editRelayed: (seconds) => edits.observe(seconds),
    stored: (lagsMs) => {
      for (const lagMs of lagsMs) lag.observe(lagMs / 1_000)
    },
    notStored: () => failures.inc(),
    watch: (figures) => watch(registry, figures),
  }
}

function watch(registry: Registry, figures: () => Figures): void {
  for (const [figure, [name, help]] of Object.entries(gauges)) {
    const gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: () => {
        const value = figures()[figure as keyof Figures] // the keys of that very record
        if (value === null) gauge.remove()
        else gauge.set(value)
      },
    })
  }
}
