import type { Result } from '../../shared/result.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { reconnectDelay } from './reconnectDelay.ts'

export type Entering<Value> = {
  /** The server's answer; never settles once stopped. */
  answer: Promise<Result<Value, Problem>>
  tryNow: () => void
  stop: () => void
}

/** Asks to be let in until the server answers: a room may open from what this device keeps, long before there is one. */
export function enterMeeting<Value>(
  ask: () => Promise<Result<Value, Problem>>,
  onNotReached: () => void,
): Entering<Value> {
  let next: ReturnType<typeof setTimeout> | undefined
  let tryNow = () => {}
  let isStopped = false
  const answer = new Promise<Result<Value, Problem>>((settle) => {
    const attempt = async () => {
      tryNow = () => {}
      const answer = await ask()
      if (isStopped) return
      if (answer.ok || answer.problem.reason !== 'notReached') return settle(answer)
      onNotReached()
      const { minDelay, maxDelay } = reconnectDelay(0)
      next = setTimeout(attempt, minDelay + Math.random() * (maxDelay - minDelay))
      tryNow = () => {
        clearTimeout(next)
        void attempt()
      }
    }
    void attempt()
  })
  return {
    answer,
    tryNow: () => tryNow(),
    stop: () => {
      isStopped = true
      clearTimeout(next)
    },
  }
}
