import { Lock } from 'lucide-react'
import { useContext } from 'react'
import { formatWords } from '../../../shared/triage/reviewFormats.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { Tag } from '../../ui/Tag.tsx'
import { WaivedAgainContext } from './waivedAgain.ts'
import { useWorkspaceName } from './workspaceNames.ts'

/** That only some read it, that it is not reviewed, and to which workspace it belongs where there are several. */
export function PostmortemMarks({ postmortem }: { postmortem: PostmortemSummary }) {
  const workspaceName = useWorkspaceName(postmortem.workspaceId)
  const waivedAgain = useContext(WaivedAgainContext).get(postmortem.postmortemId)
  const { format, waiver } = postmortem
  return (
    <>
      {postmortem.isRestricted && (
        <Tag>
          <Lock aria-hidden="true" />
          Restricted
        </Tag>
      )}
      {format && waiver && <Tag>{formatWords[format].name}</Tag>}
      {waivedAgain && <Tag tone="late">{waivedAgain}</Tag>}
      {workspaceName && <Tag tone="plain">{workspaceName}</Tag>}
    </>
  )
}
