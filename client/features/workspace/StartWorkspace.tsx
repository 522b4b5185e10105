import { useNavigate } from '@tanstack/react-router'
import { startWorkspaceEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { NameDialog } from './NameDialog.tsx'

type StartWorkspaceProps = { onChanged: () => unknown; onClose: () => void }

export function StartWorkspace({ onChanged, onClose }: StartWorkspaceProps) {
  const navigate = useNavigate()
  const form = useForm({
    schema: startWorkspaceEndpoint.body,
    ask: (body) => callApi(startWorkspaceEndpoint, { params: {}, body }),
    onDone: async ({ workspaceId }) => {
      await onChanged()
      onClose()
      await navigate({ to: '/people/$workspaceId', params: { workspaceId } })
    },
  })
  return (
    <NameDialog
      title="Start another workspace"
      description="With people and postmortems of its own. Nobody from here is in it until you invite them there."
      label="Name"
      startsAs=""
      verb="Start it"
      form={form}
      onClose={onClose}
    />
  )
}
