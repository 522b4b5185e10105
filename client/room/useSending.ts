import { useState } from 'react'
import type { Result } from '../../shared/result.ts'
import type { Problem } from '../../shared/wire/problem.ts'

type Sending = { is: 'ready'; problem: Problem | null } | { is: 'sending' }

/** One question to the server at a time, from a button: whether it is on its way, and the last no. */
export function useSending(): {
  send: <Value>(
    ask: () => Promise<Result<Value, Problem>>,
    onDone: (value: Value) => unknown,
  ) => Promise<void>
  problem: Problem | null
  isSending: boolean
} {
  const [state, setState] = useState<Sending>({ is: 'ready', problem: null })
  const isSending = state.is === 'sending'
  return {
    send: async (ask, onDone) => {
      if (isSending) return
      setState({ is: 'sending' })
      const answer = await ask()
      if (!answer.ok) return setState({ is: 'ready', problem: answer.problem })
      await onDone(answer.value)
      setState({ is: 'ready', problem: null })
    },
    problem: isSending ? null : state.problem,
    isSending,
  }
}
