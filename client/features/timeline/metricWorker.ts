import type { MetricAsk } from './metricMessages.ts'
import { readMetrics } from './readMetrics.ts'

self.addEventListener('message', ({ data }: MessageEvent<MetricAsk>) => {
  void readMetrics(data, (told) => self.postMessage(told))
})
