import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { MeContext, meQuery } from './me.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { SayName } from './SayName.tsx'
import { WaitingPage } from './WaitingPage.tsx'

/** Shows the page to someone with a name, and asks for one first. The address stays, so they arrive where they wanted. */
export function PersonGate() {
  const { data, error, refetch } = useQuery(meQuery)
  if (error && !data) return <ProblemPage problem={error} onTryAgain={() => void refetch()} />
  if (!data) return <WaitingPage />
  if (!data.person) return <SayName />
  return (
    <MeContext value={data.person}>
      <Outlet />
    </MeContext>
  )
}
