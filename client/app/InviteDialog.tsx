import { SharedScreens } from '../features/audience/SharedScreens.tsx'
import { WhoMayRead } from '../features/audience/WhoMayRead.tsx'
import { GuestLinks } from '../features/guests/GuestLinks.tsx'
import { GuestList } from '../features/guests/GuestList.tsx'
import { WaitingCount } from '../features/guests/WaitingCount.tsx'
import { ColleagueLinks } from '../features/people-here/ColleagueLinks.tsx'
import { type Access, useAccess } from '../room/useAccess.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AccessUnread } from './AccessUnread.tsx'

/** Everyone gives the link on to colleagues; whoever may also lets guests in and says who reads. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { data } = useAccess()
  return (
    <Dialog open onClose={onClose} title="Invite">
      {data?.mayChange ? (
        <Tabs label="Whom to invite" tabs={tabsOf(data)} />
      ) : (
        <>
          <ColleagueLinks isRestricted={data?.audience.isRestricted ?? false} />
          {!data && <AccessUnread />}
        </>
      )}
    </Dialog>
  )
}

const tabsOf = (access: Access) => [
  { name: 'Colleagues', panel: <ColleagueLinks isRestricted={access.audience.isRestricted} /> },
  {
    name: 'Guests',
    mark: <WaitingCount guests={access.guests} />,
    panel: (
      <>
        <GuestLinks access={access} />
        <GuestList guests={access.guests} />
      </>
    ),
  },
  {
    name: 'Who may read',
    panel: (
      <>
        <WhoMayRead access={access} />
        <SharedScreens count={access.sharedScreens} />
      </>
    ),
  },
]
