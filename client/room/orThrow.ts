import type { Result } from '../../shared/result.ts'
import type { Problem } from '../../shared/wire/problem.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}

/** For TanStack Query, which wants failures thrown. What it then hands to a screen as `error` is the Problem itself. */
export async function orThrow<Value>(asking: Promise<Result<Value, Problem>>): Promise<Value> {
  const answer = await asking
  if (!answer.ok) throw answer.problem
  return answer.value
}
