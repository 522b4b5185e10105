import type { Colleague } from '../../../shared/wire/workspaces.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useOpenWorkspace } from './openWorkspace.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { RoleMenu } from './RoleMenu.tsx'
import styles from './Workspace.module.css'

type PersonRowProps = { colleague: Colleague; onChanged: () => unknown; onLeft: () => unknown }

export function PersonRow({ colleague, onChanged, onLeft }: PersonRowProps) {
  const { me } = useOpenWorkspace()
  const { personId, name, email } = colleague
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          <Avatar name={name} colour={8} decorative />
          {name}
          {personId === me && <Tag tone="accent">You</Tag>}
        </span>
      </th>
      <td className={styles.quiet}>{email ?? 'No e-mail address yet'}</td>
      <td>
        <RoleMenu colleague={colleague} onChanged={onChanged} />
      </td>
      <td>
        <PersonMenu colleague={colleague} onLeft={onLeft} />
      </td>
    </tr>
  )
}
