import type { EvidenceAnswers, Timing } from './evidenceDraft.ts'
import { knownTime, unknownTime } from './evidenceTime.ts'

const part = /^(?:(\d+)y)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/
const lengths = [31_536_000_000, 86_400_000, 3_600_000, 60_000, 1000] // y d h m s, in ms
const cell = /^(\S+)(?: \(x(\d+) over (\S+)\))?$/

export type Aged = { timing: Timing; endedAt: number | null; count: number | null }

/** `47s (x12 over 9m2s)`: twelve times, first nine minutes and last 47 seconds before someone asked, which `anchor` is. */
export function kubernetesAge(written: string, { anchor }: EvidenceAnswers): Aged {
  const [, lastAge = '', times, firstAge] = cell.exec(written) ?? []
  const last = msOf(lastAge)
  const first = msOf(firstAge ?? lastAge)
  const count = times === undefined ? null : Number(times)
  if (last === null || first === null) return { timing: unknownTime(written, 'time'), endedAt: null, count }
  if (anchor === null) return { timing: unknownTime(written, 'anchor'), endedAt: null, count }
  const oldest = firstAge ?? lastAge
  const precision = /[ms]$/.test(oldest) ? 'minute' : oldest.endsWith('h') ? 'hour' : 'day'
  const timing = { ...knownTime(anchor - first, precision), written }
  return { timing, endedAt: firstAge === undefined ? null : anchor - last, count }
}

/** Null for `<unknown>`, `<invalid>` and anything that is no age. */
function msOf(age: string): number | null {
  const found = age === '' ? null : part.exec(age)
  if (!found) return null
  return lengths.reduce((sum, ms, position) => sum + Number(found[position + 1] ?? 0) * ms, 0)
}
