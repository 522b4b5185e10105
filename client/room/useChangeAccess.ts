import type { Result } from '../../shared/result.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { useRefreshAccess } from './useAccess.ts'
import { useSending } from './useSending.ts'

/** Changes who comes in or who reads, and looks at what has come of it; at a no as well, since the page was behind then. */
export function useChangeAccess() {
  const refresh = useRefreshAccess()
  const { send, problem, isSending } = useSending()
  const change = <Value>(
    ask: () => Promise<Result<Value, Problem>>,
    onDone: (value: Value) => unknown = () => {},
  ) =>
    send(async () => {
      const answer = await ask()
      await refresh()
      return answer
    }, onDone)
  return { change, problem, isSending }
}
