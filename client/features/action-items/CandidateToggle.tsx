import { Check } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { PieceProps } from './pieceProps.ts'

/** An idea becomes a candidate when the group means to do it, and may become an idea again. */
export function CandidateToggle({
  item,
  number,
  mayEdit,
  describe,
}: Pick<PieceProps, 'item' | 'number' | 'mayEdit' | 'describe'>) {
  const isCandidate = item.state === 'candidate'
  if (!mayEdit)
    return <Tag tone={isCandidate ? 'accent' : 'neutral'}>{isCandidate ? 'Candidate' : 'Idea'}</Tag>
  return (
    <Button
      size="sm"
      pressed={isCandidate}
      aria-label={`${isCandidate ? 'Candidate' : 'Make candidate'}: action ${number}`}
      onClick={() => describe(item.id, { state: isCandidate ? 'idea' : 'candidate' })}
    >
      {isCandidate ? (
        <>
          <Check aria-hidden="true" />
          Candidate
        </>
      ) : (
        'Make candidate'
      )}
    </Button>
  )
}
