import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keepAccount, recallAccount } from '../device/keptAccount.ts'
import { MeContext, meQuery } from './me.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { SayName } from './SayName.tsx'
import { WaitingPage } from './WaitingPage.tsx'

/**
 * Shows the page to someone with a name, and asks for one first. The address stays, so they arrive where they wanted.
 * Until the server answers, whoever was here last is believed: this device shows them what it kept, and sends nothing.
 */
export function PersonGate() {
  const { data, error, refetch } = useQuery(meQuery)
  const [kept] = useState(recallAccount)
  useEffect(() => {
    if (data) keepAccount(data)
  }, [data])

  const isAnswered = data !== undefined || (error !== null && error.reason !== 'notReached')
  const account = isAnswered ? data : kept
  if (error && !account) return <ProblemPage problem={error} onTryAgain={() => void refetch()} />
  if (!account) return <WaitingPage />
  if (!account.person) return <SayName />
  return (
    <MeContext value={account.person}>
      <Outlet />
    </MeContext>
  )
}
