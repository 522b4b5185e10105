import type { LogThread, StartLogThread } from '../../server/collaboration/contentLog.ts'
import { startContentLogThread } from '../../server/collaboration/startContentLogThread.ts'

export type HeldLogThread = {
  start: StartLogThread
  /** From now on nothing reaches the disk. */
  hold: () => void
  /** Lets through what was held, and everything after it. */
  release: () => void
  /** How many requests are being held. */
  held: () => number
}

/** The real thread behind a gate. */
export function heldLogThread(databasePath: () => string): HeldLogThread {
  let isHeld = false
  let queue: (() => void)[] = []
  return {
    start: (heard) => {
      const thread: LogThread = startContentLogThread(databasePath())(heard)
      return {
        post: (request) => {
          if (isHeld) queue.push(() => thread.post(request))
          else thread.post(request)
        },
        stop: thread.stop,
      }
    },
    hold: () => {
      isHeld = true
    },
    release: () => {
      isHeld = false
      for (const post of queue) post()
      queue = []
    },
    held: () => queue.length,
  }
}
