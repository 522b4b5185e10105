import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { WhoAmI } from '../../shared/wire/people.ts'
import { meQuery } from './me.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { WaitingPage } from './WaitingPage.tsx'

/** For the pages that links open before anyone is signed in. They need to know who it is, and nothing without the server. */
export function KnownVisitor({ children }: { children: (visitor: WhoAmI) => ReactNode }) {
  const { data, error, refetch } = useQuery(meQuery)
  if (data) return children(data)
  return error ? <ProblemPage problem={error} onTryAgain={() => void refetch()} /> : <WaitingPage />
}
