import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { PostmortemId } from '../../shared/ids.ts'
import type { WhoAmI } from '../../shared/wire/people.ts'
import { type Entered, GuestDoor } from '../features/guests/GuestDoor.tsx'
import { KnownVisitor } from './KnownVisitor.tsx'
import { useAskWhoIAm, useSignedIn } from './me.ts'
import { SignOutProvider, useSignOut } from './SignOutProvider.tsx'
import { useLookForVisit } from './useLookForVisit.ts'

const route = getRouteApi('/guest/$key')

/** Stands before PersonGate: whoever comes here need not be anybody yet. */
export function GuestPage() {
  const { key } = route.useParams()
  return (
    <KnownVisitor>
      {(visitor) =>
        visitor.person ? (
          <SignOutProvider me={visitor.person} to={`/guest/${key}`}>
            <DoorOfSomeone visitor={visitor} />
          </SignOutProvider>
        ) : (
          <Door visitor={visitor} onSignOut={null} />
        )
      }
    </KnownVisitor>
  )
}

const DoorOfSomeone = ({ visitor }: { visitor: WhoAmI }) => (
  <Door visitor={visitor} onSignOut={useSignOut()} />
)

/** Which visit this page has begun stands in its address, so that it goes on waiting after a reload. */
function Door({ visitor, onSignOut }: { visitor: WhoAmI; onSignOut: (() => void) | null }) {
  const { key } = route.useParams()
  const { visit: begun } = route.useSearch()
  const navigate = useNavigate()
  const onSignedIn = useSignedIn()
  const askWhoIAm = useAskWhoIAm()
  const visit = visitor.visits.find(({ postmortemId }) => postmortemId === begun) ?? null
  useLookForVisit(visit?.state === 'waiting')
  const comeIn = (postmortemId: PostmortemId) =>
    navigate({ to: '/p/$postmortemId', params: { postmortemId }, replace: true })
  const onEntered = async ({ postmortemId, state }: Entered) => {
    await navigate({ to: '/guest/$key', params: { key }, search: { visit: postmortemId }, replace: true })
    await onSignedIn()
    if (state === 'admitted') await comeIn(postmortemId)
  }
  return (
    <GuestDoor
      linkKey={key}
      me={visitor.person}
      visit={visit}
      onEntered={onEntered}
      onIn={() => visit && void comeIn(visit.postmortemId)}
      onLookAgain={askWhoIAm}
      onSignOut={onSignOut}
    />
  )
}
