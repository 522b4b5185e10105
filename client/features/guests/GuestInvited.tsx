import type * as z from 'zod/mini'
import type { readGuestLinkEndpoint } from '../../../shared/wire/access.ts'
import type { Person } from '../../../shared/wire/people.ts'
import { FirstScreen } from '../../ui/FirstScreen.tsx'
import { ComeInAsMyself } from './ComeInAsMyself.tsx'
import type { Entered } from './GuestDoor.tsx'
import { GuestNameForm } from './GuestNameForm.tsx'
import { guestRoleSentences, guestTimeInWords } from './guestWords.ts'

type GuestInvitedProps = {
  linkKey: string
  link: z.output<typeof readGuestLinkEndpoint.answer>
  me: Person | null
  onEntered: (entered: Entered) => Promise<void>
  onSignOut: (() => void) | null
}

/** Whose guest someone is about to be, and the one thing left to do. */
export function GuestInvited({ linkKey, link, me, onEntered, onSignOut }: GuestInvitedProps) {
  const { invitedBy, workspaceName, role, hasLobby, expiresAt } = link
  return (
    <FirstScreen
      isLong
      title={me ? `You are invited by ${workspaceName}.` : 'What should we call you?'}
      purpose={
        <>
          <p>
            {invitedBy} of {workspaceName} invites you to a meeting, where a team learns from an incident
            without blame.
          </p>
          <p>
            {guestRoleSentences[role]} You are their guest until{' '}
            <time dateTime={new Date(expiresAt).toISOString()}>{guestTimeInWords(expiresAt)}</time>.
          </p>
          {hasLobby && <p>Someone there lets you in first.</p>}
        </>
      }
    >
      {me ? (
        <ComeInAsMyself linkKey={linkKey} me={me} onEntered={onEntered} onSignOut={onSignOut} />
      ) : (
        <GuestNameForm linkKey={linkKey} hasLobby={hasLobby} onEntered={onEntered} />
      )}
    </FirstScreen>
  )
}
