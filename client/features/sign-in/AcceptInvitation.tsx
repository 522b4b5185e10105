import { useQuery } from '@tanstack/react-query'
import { secretKey } from '../../../shared/people/credentials.ts'

import type { WhoAmI } from '../../../shared/wire/people.ts'
import { readInvitationEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'
import { asRole } from '../../room/roleWords.ts'
import { Button } from '../../ui/Button.tsx'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { JoinAsMyself } from './JoinAsMyself.tsx'
import { LinkRefused } from './LinkRefused.tsx'
import { NewcomerForm } from './NewcomerForm.tsx'
import { SignInWays } from './SignInWays.tsx'

type AcceptInvitationProps = {
  linkKey: string
  visitor: WhoAmI
  /** Somebody is signed in by now: at the sign-in, or with the workspace they have just joined. */
  onSignedIn: () => Promise<void>
  onJoined: () => Promise<void>
  /** For whoever is signed in as somebody else. */
  onSignOut: (() => void) | null
}

/** What an invitation is to, and the one thing left to do: say a name, sign in, or just join. */
export function AcceptInvitation({
  linkKey,
  visitor,
  onSignedIn,
  onJoined,
  onSignOut,
}: AcceptInvitationProps) {
  const isWhole = secretKey.safeParse(linkKey).success
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['invitation', linkKey],
    queryFn: () => orThrow(callApi(readInvitationEndpoint, { params: { key: linkKey } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWhole,
  })
  if (!isWhole || error?.reason === 'noSuchInvitation') {
    return (
      <LinkRefused title="This invitation is not open any more.">
        <p>
          {isWhole
            ? 'An invitation works once, for seven days. It may have been used, withdrawn, or be too old.'
            : 'The link has lost its end on the way. Open it from the message once more.'}
        </p>
        <p>If you have joined already, just sign in. Otherwise ask whoever invited you for a new one.</p>
      </LinkRefused>
    )
  }
  if (error) {
    return (
      <FirstScreen title="The invitation could not be read.">
        <Notice tone="late" role="alert">
          {error.sentence}
        </Notice>
        <Button size="lg" busy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </FirstScreen>
    )
  }
  if (!data) return <FirstScreen title="An invitation">{<Skeleton rows={2} />}</FirstScreen>

  const { workspaceName, invitedBy, email, role, hasAccount } = data
  const { person, waysIn } = visitor
  return (
    <FirstScreen
      isLong={!person && !hasAccount}
      title={`Join ${workspaceName}`}
      purpose={
        <>
          <p>
            {invitedBy} invited <b>{email}</b> to this workspace, as {asRole[role]}. Teams meet here after an
            incident to learn what happened, without blame.
          </p>
          {!person && hasAccount && <p>This address is known here. Sign in with it first, then join.</p>}
        </>
      }
    >
      {person ? (
        <JoinAsMyself linkKey={linkKey} me={person} onJoined={onJoined} onSignOut={onSignOut} />
      ) : hasAccount ? (
        <SignInWays waysIn={waysIn} to={`/invitation/${linkKey}`} email={email} onSignedIn={onSignedIn} />
      ) : (
        <NewcomerForm
          linkKey={linkKey}
          email={email}
          waysIn={waysIn}
          onJoined={onJoined}
          onKnown={() => void refetch()}
        />
      )}
    </FirstScreen>
  )
}
