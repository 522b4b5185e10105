import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keepAccount, recallAccount } from '../device/keptAccount.ts'
import { SignIn } from '../features/sign-in/SignIn.tsx'
import { belongsHere } from './belongsHere.ts'
import { AccountContext, meQuery, useSignedIn } from './me.ts'
import { NoOwnerPage } from './NoOwnerPage.tsx'
import { NothingHerePage } from './NothingHerePage.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { SignOutProvider } from './SignOutProvider.tsx'
import { WaitingPage } from './WaitingPage.tsx'

/**
 * Shows the page to whoever is signed in, and lets others sign in first. The address stays, so they arrive where they wanted.
 * Until the server answers, whoever was here last is believed: this device shows them what it kept, and sends nothing.
 */
export function PersonGate() {
  const { data, error, refetch } = useQuery(meQuery)
  const [kept] = useState(recallAccount)
  const { pathname, searchStr } = useLocation()
  const onSignedIn = useSignedIn()
  useEffect(() => {
    if (data) keepAccount(data)
  }, [data])

  const isAnswered = data !== undefined || (error !== null && error.reason !== 'notReached')
  const account = isAnswered ? data : kept
  if (error && !account) return <ProblemPage problem={error} onTryAgain={() => void refetch()} />
  if (!account) return <WaitingPage />
  const { person } = account
  if (!person && !account.waysIn.hasOwner) return <NoOwnerPage />
  if (!person) {
    return <SignIn waysIn={account.waysIn} path={pathname} search={searchStr} onSignedIn={onSignedIn} />
  }
  return (
    <AccountContext value={{ ...account, person }}>
      <SignOutProvider me={person}>
        {belongsHere(account, pathname) ? <Outlet /> : <NothingHerePage />}
      </SignOutProvider>
    </AccountContext>
  )
}
