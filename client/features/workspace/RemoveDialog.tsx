import { type Colleague, removeColleagueEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'

type RemoveDialogProps = { colleague: Colleague; onClose: () => void }

export function RemoveDialog({ colleague: { personId, name }, onClose }: RemoveDialogProps) {
  const { workspace } = useOpenWorkspace()
  const refresh = useRefresh()
  const { send, problem, isSending } = useSending()
  const params = { workspaceId: workspace.workspaceId, personId }
  const removed = async () => {
    showToast(`${name} is no longer in ${workspace.name}.`)
    onClose()
    await refresh()
  }
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      verb="Remove"
      isBusy={isSending}
      problem={problem?.sentence ?? null}
      onConfirm={() => void send(() => callApi(removeColleagueEndpoint, { params }), removed)}
      onClose={onClose}
    >
      They read nothing here any more, from now on and in every open window. What they wrote stays.
    </ConfirmDialog>
  )
}

type LeaveDialogProps = { onLeft: () => unknown; onClose: () => void }

export function LeaveDialog({ onLeft, onClose }: LeaveDialogProps) {
  const { workspace, me } = useOpenWorkspace()
  const { send, problem, isSending } = useSending()
  const params = { workspaceId: workspace.workspaceId, personId: me }
  return (
    <ConfirmDialog
      title={`Leave ${workspace.name}?`}
      verb="Leave"
      keep="Stay"
      isBusy={isSending}
      problem={problem?.sentence ?? null}
      onConfirm={() => void send(() => callApi(removeColleagueEndpoint, { params }), onLeft)}
      onClose={onClose}
    >
      You read nothing here any more until someone invites you again. What you wrote stays.
    </ConfirmDialog>
  )
}
