import { useState } from 'react'
import type { WaysIn } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { MailLinkForm } from './MailLinkForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SingleSignOn } from './SingleSignOn.tsx'

type SignInWaysProps = {
  waysIn: WaysIn
  /** The path that single sign-on comes back to. */
  to: string
  /** Whoever signs in here can only be this one. */
  email?: string
  onSignedIn: () => Promise<void>
}

type Way = { is: 'password' | 'link' | 'sent'; email: string }

/** Every way this Candor has for someone who has been here before. */
export function SignInWays({ waysIn, to, email = '', onSignedIn }: SignInWaysProps) {
  const [way, setWay] = useState<Way>({ is: 'password', email })
  const goTo = (is: Way['is']) => (typed: string) => setWay({ is, email: typed })
  if (way.is === 'sent') {
    return (
      <>
        <Notice role="status" title="Look into your mail.">
          If someone here has the address {way.email}, a link is on its way to it. It works once, within 15
          minutes.
        </Notice>
        <Button size="lg" onClick={() => goTo('password')(way.email)}>
          Back
        </Button>
      </>
    )
  }
  return (
    <>
      {way.is === 'link' ? (
        <MailLinkForm startsAs={way.email} onSent={goTo('sent')} onBack={() => goTo('password')(way.email)} />
      ) : (
        <PasswordForm
          startsAs={way.email}
          isFixed={email !== ''}
          onSignedIn={onSignedIn}
          onWantsLink={waysIn.byMail ? goTo('link') : null}
        />
      )}
      <SingleSignOn name={waysIn.bySingleSignOn} to={to} />
    </>
  )
}
