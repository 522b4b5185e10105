import { renameWorkspaceEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { NameDialog } from './NameDialog.tsx'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'

type RenameWorkspaceProps = { onChanged: () => unknown; onClose: () => void }

export function RenameWorkspace({ onChanged, onClose }: RenameWorkspaceProps) {
  const { workspaceId, name } = useOpenWorkspace().workspace
  const refresh = useRefresh()
  const form = useForm({
    schema: renameWorkspaceEndpoint.body,
    ask: (body) => callApi(renameWorkspaceEndpoint, { params: { workspaceId }, body }),
    onDone: async () => {
      await Promise.all([refresh(), onChanged()])
      onClose()
    },
  })
  return (
    <NameDialog
      title="What is the workspace called?"
      label="Name"
      startsAs={name}
      verb="Rename"
      form={form}
      onClose={onClose}
    />
  )
}
