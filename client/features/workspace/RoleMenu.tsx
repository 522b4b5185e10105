import { ChevronDown } from 'lucide-react'
import { mayGiveRole, type WorkspaceRole, workspaceRoles } from '../../../shared/people/workspaceRoles.ts'
import { type Colleague, changeRoleEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { roleNames } from '../../room/roleWords.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Menu } from '../../ui/Menu.tsx'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'

type RoleMenuProps = { colleague: Colleague; onChanged: () => unknown }

/** Their role; a menu for whoever may change it. What concerns an owner is for owners. */
export function RoleMenu({ colleague: { personId, name, role }, onChanged }: RoleMenuProps) {
  const { workspace, me } = useOpenWorkspace()
  const { workspaceId, role: mine } = workspace
  const refresh = useRefresh()
  const { send, isSending } = useSending()
  if (!mayGiveRole(mine, role)) return roleNames[role]

  const change = (to: WorkspaceRole) =>
    send(
      async () => {
        const params = { workspaceId, personId }
        const answer = await callApi(changeRoleEndpoint, { params, body: { role: to } })
        if (!answer.ok) showToast(answer.problem.sentence) // the row has no room for a sentence
        return answer
      },
      async () => {
        announce(`${name}: ${roleNames[to]}`)
        await Promise.all([refresh(), personId === me && onChanged()])
      },
    )
  const options = workspaceRoles
    .filter((to) => mayGiveRole(mine, to))
    .map((to) => ({ value: to, label: roleNames[to] }))
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" busy={isSending}>
          {roleNames[role]}
          <span className="vh">, the role of {name}</span>
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuChoice
        label={`What ${name} may do`}
        value={role}
        onChange={(to) => void change(to)}
        options={options}
      />
    </Menu>
  )
}
