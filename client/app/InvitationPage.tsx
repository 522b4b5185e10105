import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { WhoAmI } from '../../shared/wire/people.ts'
import { AcceptInvitation } from '../features/sign-in/AcceptInvitation.tsx'
import { KnownVisitor } from './KnownVisitor.tsx'
import { useSignedIn } from './me.ts'
import { SignOutProvider, useSignOut } from './SignOutProvider.tsx'

const route = getRouteApi('/invitation/$key')

export function InvitationPage() {
  const { key } = route.useParams()
  return (
    <KnownVisitor>
      {(visitor) =>
        visitor.person ? (
          <SignOutProvider me={visitor.person} to={`/invitation/${key}`}>
            <InvitationOfSomeone linkKey={key} visitor={visitor} />
          </SignOutProvider>
        ) : (
          <Invitation linkKey={key} visitor={visitor} onSignOut={null} />
        )
      }
    </KnownVisitor>
  )
}

type InvitationProps = { linkKey: string; visitor: WhoAmI }

const InvitationOfSomeone = (props: InvitationProps) => <Invitation {...props} onSignOut={useSignOut()} />

function Invitation(props: InvitationProps & { onSignOut: (() => void) | null }) {
  const navigate = useNavigate()
  const onSignedIn = useSignedIn()
  const comeIn = async () => {
    await onSignedIn()
    await navigate({ to: '/' })
  }
  return <AcceptInvitation {...props} onSignedIn={onSignedIn} onJoined={comeIn} />
}
