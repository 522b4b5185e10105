import { removeTeamEndpoint, type Team } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'

export function RemoveTeam({ team: { teamId, name }, onClose }: { team: Team; onClose: () => void }) {
  const { workspaceId } = useOpenWorkspace().workspace
  const refresh = useRefresh()
  const { send, problem, isSending } = useSending()
  const removed = async () => {
    showToast(`The team ${name} is removed.`)
    onClose()
    await refresh()
  }
  return (
    <ConfirmDialog
      title={`Remove the team ${name}?`}
      verb="Remove"
      isBusy={isSending}
      problem={problem?.sentence ?? null}
      onConfirm={() =>
        void send(() => callApi(removeTeamEndpoint, { params: { workspaceId, teamId } }), removed)
      }
      onClose={onClose}
    >
      Its people stay in the workspace. Whoever read a restricted postmortem only because of this team reads
      it no more.
    </ConfirmDialog>
  )
}
