import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { secretKey } from '../../../shared/people/credentials.ts'
import { type enterAsGuestEndpoint, readGuestLinkEndpoint } from '../../../shared/wire/access.ts'
import type { GuestVisit, Person } from '../../../shared/wire/people.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { GuestInvited } from './GuestInvited.tsx'
import { GuestLinkRefused, GuestLinkUnread } from './GuestLinkRefused.tsx'
import { GuestVisitOver } from './GuestVisitOver.tsx'
import { GuestWaits } from './GuestWaits.tsx'

export type Entered = z.output<typeof enterAsGuestEndpoint.answer>

type GuestDoorProps = {
  linkKey: string
  /** Whoever is signed in here already. */
  me: Person | null
  /** The visit that this page has begun, as the server last told of it. */
  visit: GuestVisit | null
  onEntered: (entered: Entered) => Promise<void>
  onIn: () => void
  onLookAgain: () => Promise<unknown>
  /** For whoever is signed in and would rather come as somebody else. */
  onSignOut: (() => void) | null
}

/** What a guest link opens: who invites, as what, until when. Nothing of the incident, until they are in. */
export function GuestDoor({ linkKey, me, visit, onEntered, onIn, onLookAgain, onSignOut }: GuestDoorProps) {
  const isWhole = secretKey.safeParse(linkKey).success
  const [wasTurnedAway, setTurnedAway] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['guest-link', linkKey],
    queryFn: () => orThrow(callApi(readGuestLinkEndpoint, { params: { key: linkKey } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWhole,
  })
  if (wasTurnedAway || visit?.state === 'over') {
    const lookAgain = async () => {
      await onLookAgain()
      setTurnedAway(false) // somebody may have changed their mind: the door says so once it is knocked at
    }
    return <GuestVisitOver invitedBy={data?.invitedBy ?? null} onLookAgain={lookAgain} />
  }
  if (me && visit)
    return <GuestWaits me={me} visit={visit} workspaceName={data?.workspaceName ?? null} onIn={onIn} />
  if (!isWhole || error?.reason === 'noSuchGuestLink') return <GuestLinkRefused isWhole={isWhole} />
  if (error) return <GuestLinkUnread problem={error} isBusy={isFetching} onTryAgain={() => void refetch()} />
  if (!data) return <FirstScreen title="An invitation">{<Skeleton rows={2} />}</FirstScreen>

  const enter = async (entered: Entered) => {
    if (entered.state === 'over') setTurnedAway(true)
    else await onEntered(entered)
  }
  return <GuestInvited linkKey={linkKey} link={data} me={me} onEntered={enter} onSignOut={onSignOut} />
}
