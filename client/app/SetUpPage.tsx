import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { LinkRefused } from '../features/sign-in/LinkRefused.tsx'
import { SetUp } from '../features/sign-in/SetUp.tsx'
import { KnownVisitor } from './KnownVisitor.tsx'
import { useSignedIn } from './me.ts'

const route = getRouteApi('/setup/$key')

export function SetUpPage() {
  const { key } = route.useParams()
  const navigate = useNavigate()
  const onSignedIn = useSignedIn()
  const comeIn = async () => {
    await onSignedIn()
    await navigate({ to: '/' })
  }
  return (
    <KnownVisitor>
      {({ waysIn }) =>
        waysIn.hasOwner ? (
          <LinkRefused title="This Candor is set up.">
            <p>It has an owner, who can invite you.</p>
          </LinkRefused>
        ) : (
          <SetUp setupKey={key} onDone={comeIn} />
        )
      }
    </KnownVisitor>
  )
}
