import type { MetricPoint } from '../../content/metricSeries.ts'
import { type Result, refuse } from '../../result.ts'

/** One line over time, as a file has it: in order of time, each time once. */
export type FoundSeries = { name: string; unit: string; points: MetricPoint[] }

/** How a file is read: what to call a line without a name, and whose clock a time without a zone is of. */
export type MetricReading = {
  name: string
  zone: string | null
  /** Heard from time to time in a long file: so many of so many rows or points. */
  onProgress?: (done: number, of: number) => void
}

/** Rows or points between two words about how far it is. */
export const TOLD_EVERY = 5_000

/** A line of the file, counted from 1, and what about it was not read; null where it is about the whole. */
export type MetricProblem = { line: number | null; problem: string }

export type MetricRead = { series: FoundSeries[]; problems: MetricProblem[] }

/** Why nothing can be drawn. `needsZone`: the times stand there without a zone, and it was not said. */
export type MetricRefusal = {
  reason: 'empty' | 'tooLong' | 'broken' | 'noFormat' | 'noTime' | 'noValue' | 'needsZone'
  sentence: string
  line: number | null
}

export const metricRefusal = (
  reason: MetricRefusal['reason'],
  sentence: string,
  line: number | null = null,
): Result<never, MetricRefusal> => refuse({ reason, sentence, line })
