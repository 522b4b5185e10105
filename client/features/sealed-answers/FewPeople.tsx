import { can } from '../../../shared/meeting/capabilities.ts'
import { numberInWords } from '../../../shared/numberInWords.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Notice } from '../../ui/Notice.tsx'

/** From as many on, an answer without a name is one of several. */
const ENOUGH = 4

/** Says before an answer is sealed how little a missing name hides among few people. */
export function FewPeople() {
  const expected = useMeeting().members.filter(({ role }) => can(role, 'takeTurns')).length
  if (expected >= ENOUGH) return null
  return (
    <Notice tone="late" role="status">
      With {numberInWords(expected)} {expected === 1 ? 'person' : 'people'}, wording may give you away.
    </Notice>
  )
}
