import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import { type OpenInvitation, withdrawInvitationEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { roleNames } from '../../room/roleWords.ts'
import { useSending } from '../../room/useSending.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'
import styles from './Workspace.module.css'

export function InvitationRow({ invitation }: { invitation: OpenInvitation }) {
  const { invitationId, email, role, invitedBy, expiresAt } = invitation
  const { workspaceId } = useOpenWorkspace().workspace
  const refresh = useRefresh()
  const { send, isSending } = useSending()
  const withdraw = () =>
    send(
      async () => {
        const answer = await callApi(withdrawInvitationEndpoint, { params: { workspaceId, invitationId } })
        if (!answer.ok) showToast(answer.problem.sentence) // the row has no room for a sentence
        return answer
      },
      async () => {
        showToast(`The invitation for ${email} is withdrawn.`)
        await refresh()
      },
    )
  return (
    <tr>
      <th scope="row">{email}</th>
      <td>{roleNames[role]}</td>
      <td className={styles.quiet}>{invitedBy}</td>
      <td className={styles.quiet}>
        <time dateTime={new Date(expiresAt).toISOString()}>
          {momentWithDay({ at: expiresAt, precision: 'minute' }, viewerZone())}
        </time>
      </td>
      <td>
        <Button size="sm" busy={isSending} onClick={() => void withdraw()}>
          Withdraw<span className="vh"> the invitation for {email}</span>
        </Button>
      </td>
    </tr>
  )
}
