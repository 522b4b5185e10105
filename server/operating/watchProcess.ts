import { collectDefaultMetrics, type Registry } from 'prom-client'

/** Memory, CPU, event-loop delay, open files and garbage collection, under the names every dashboard knows. */
export const watchProcess = (register: Registry): void => collectDefaultMetrics({ register })
