import type { EvidenceAnswers, Timing } from './evidenceDraft.ts'
import { isoTiming, knownTime, unknownTime } from './evidenceTime.ts'

const part = /^(?:(\d+)y)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/
const lengths = [31_536_000_000, 86_400_000, 3_600_000, 60_000, 1000] // y d h m s, in ms
const cell = /^(\S+)(?: \(x(\d+) over (\S+)\))?$/

export type Aged = { timing: Timing; endedAt: number | null; count: number | null }

/**
 * `47s (x12 over 9m2s)`: twelve times, first nine minutes and last 47 seconds before someone asked, which `anchor` is.
 * Wider tables have a column for the first age and one for how often.
 */
export function kubernetesAge(
  written: string,
  answers: EvidenceAnswers,
  columns: { first: string | null; times: string | null } = { first: null, times: null },
): Aged {
  const { anchor } = answers
  const [, lastAge = '', times = columns.times, over = columns.first] = cell.exec(written) ?? []
  const firstAge = msOf(over ?? '') === null ? null : over
  const last = msOf(lastAge)
  const first = msOf(firstAge ?? lastAge)
  const count = Number(times) > 0 ? Number(times) : null
  const at = isoTiming(written, answers) // columns of one's own may have the time itself
  if (at) return { timing: at, endedAt: null, count }
  if (last === null || first === null) return { timing: unknownTime(written, 'time'), endedAt: null, count }
  if (anchor === null) return { timing: unknownTime(written, 'anchor'), endedAt: null, count }
  const oldest = firstAge ?? lastAge
  const precision = /[ms]$/.test(oldest) ? 'minute' : oldest.endsWith('h') ? 'hour' : 'day'
  const timing = { ...knownTime(anchor - first, precision), written }
  return { timing, endedAt: firstAge === null || first === last ? null : anchor - last, count }
}

/** Null for `<unknown>`, `<invalid>` and anything that is no age. */
function msOf(age: string): number | null {
  const found = age === '' ? null : part.exec(age)
  if (!found) return null
  return lengths.reduce((sum, ms, position) => sum + Number(found[position + 1] ?? 0) * ms, 0)
}
