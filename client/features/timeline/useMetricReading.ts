import { useEffect, useState } from 'react'
import type { GivenMetric, MetricTold } from './metricMessages.ts'

/** What the worker last told of this file read in this zone; null before it has told anything. */
export function useMetricReading(given: GivenMetric | null, zone: string | null): MetricTold | null {
  const [heard, setHeard] = useState<{ given: GivenMetric; zone: string | null; told: MetricTold } | null>(
    null,
  )
  useEffect(() => {
    if (!given) return
    const worker = new Worker(new URL('./metricWorker.ts', import.meta.url), { type: 'module' })
    const onTold = (told: MetricTold) => setHeard({ given, zone, told })
    worker.addEventListener('message', ({ data }: MessageEvent<MetricTold>) => onTold(data))
    // Out of memory, or a file of an older build that is not there any more.
    worker.addEventListener('error', () => onTold({ told: 'failed' }))
    worker.postMessage({ ...given, zone })
    return () => worker.terminate() // which calls off a reading wherever it is
  }, [given, zone])
  return heard?.given === given && heard?.zone === zone ? heard.told : null
}
