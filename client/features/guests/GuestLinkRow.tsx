import { useState } from 'react'
import { type GuestLink, revokeGuestLinkEndpoint } from '../../../shared/wire/access.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useChangeAccess } from '../../room/useChangeAccess.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import styles from './Guests.module.css'
import { guestRoleNames, guestTimeInWords } from './guestWords.ts'

type GuestLinkRowProps = { link: GuestLink; onRevoked: () => void }

export function GuestLinkRow({ link, onRevoked }: GuestLinkRowProps) {
  const { guestLinkId, role, expiresAt, hasLobby, madeBy } = link
  const { postmortemId } = useRoom()
  const { change, problem, isSending } = useChangeAccess()
  const [isAsking, setAsking] = useState(false)
  const until = guestTimeInWords(expiresAt)
  const revoke = () =>
    change(
      () => callApi(revokeGuestLinkEndpoint, { params: { postmortemId, guestLinkId } }),
      () => {
        announce('The link is revoked.')
        onRevoked()
      },
    )
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p>
          {guestRoleNames[role]}, until <time dateTime={new Date(expiresAt).toISOString()}>{until}</time>
        </p>
        <p className={styles.hint}>
          Made by {madeBy}. {hasLobby ? 'Guests wait to be let in.' : 'Guests come in by themselves.'}
        </p>
      </div>
      <Button size="sm" onClick={() => setAsking(true)}>
        Revoke<span className="vh"> the link until {until}</span>
      </Button>
      {isAsking && (
        <ConfirmDialog
          title="Revoke this link?"
          verb="Revoke it"
          isBusy={isSending}
          problem={problem?.sentence ?? null}
          onConfirm={() => void revoke()}
          onClose={() => setAsking(false)}
        >
          It lets nobody in any more, and every guest who came by it loses access at once. What they wrote
          stays.
        </ConfirmDialog>
      )}
    </li>
  )
}
