import { Lock } from 'lucide-react'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { Tag } from '../../ui/Tag.tsx'
import { useWorkspaceName } from './workspaceNames.ts'

/** That only some read it, and to which workspace it belongs where there are several. */
export function PostmortemMarks({ postmortem }: { postmortem: PostmortemSummary }) {
  const workspaceName = useWorkspaceName(postmortem.workspaceId)
  return (
    <>
      {postmortem.isRestricted && (
        <Tag>
          <Lock aria-hidden="true" />
          Restricted
        </Tag>
      )}
      {workspaceName && <Tag tone="plain">{workspaceName}</Tag>}
    </>
  )
}
