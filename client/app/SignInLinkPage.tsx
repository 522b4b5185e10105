import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { UseSignInLink } from '../features/sign-in/UseSignInLink.tsx'
import { KnownVisitor } from './KnownVisitor.tsx'
import { useSignedIn } from './me.ts'

const route = getRouteApi('/sign-in/$key')

export function SignInLinkPage() {
  const { key } = route.useParams()
  const navigate = useNavigate()
  const onSignedIn = useSignedIn()
  const comeIn = async () => {
    await onSignedIn()
    await navigate({ to: '/' })
  }
  return (
    <KnownVisitor>
      {({ person }) => <UseSignInLink linkKey={key} signedInAs={person?.name ?? null} onSignedIn={comeIn} />}
    </KnownVisitor>
  )
}
