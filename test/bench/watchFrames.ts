import type { Page } from '@playwright/test'
import { quantile } from './quantile.ts'

type Watched = { frames: number[]; longTasks: number[] }

/** Runs in the page: the time from one frame to the next, and every task that took 50 ms or more. */
export function watchFrames(): void {
  const watched: Watched = { frames: [], longTasks: [] }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longTasks.push(duration)
  }).observe({ type: 'longtask' })
  let before = performance.now()
  const frame = (now: number) => {
    watched.frames.push(now - before)
    before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  Object.assign(window, { watched })
}

/** What was watched since it was last asked for. */
const watchedIn = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched } // `watchFrames` put it there
    return { frames: watched.frames.splice(0), longTasks: watched.longTasks.splice(0) }
  })

function tell(what: string, tookMs: number, { frames, longTasks }: Watched): void {
  console.log(
    `${what}: ${Math.round(tookMs)} ms; longest time without a frame ${Math.round(Math.max(...frames))} ms, ` +
      `p99 ${Math.round(quantile(frames, 0.99))} ms; tasks over 50 ms: ${longTasks.map(Math.round).join(', ') || 'none'}`,
  )
}

/** Does something on a page that is watched, and tells how long it took and how the page stood still meanwhile. */
export const timedIn = (page: Page) => async (what: string, work: () => Promise<void>) => {
  await watchedIn(page)
  const startedAt = performance.now()
  await work()
  tell(what, performance.now() - startedAt, await watchedIn(page))
}
