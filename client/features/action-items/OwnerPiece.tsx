import { useState } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import { useShortName } from '../../room/shortName.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePerson } from '../../room/usePerson.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import styles from './ActionTable.module.css'
import { ChoicePiece } from './ChoicePiece.tsx'
import type { PieceProps } from './pieceProps.ts'
import { TypedOwner } from './TypedOwner.tsx'

/** Exactly one owner: someone of this meeting, or a name that is typed. */
export function OwnerPiece({ item, number, isNeeded, mayEdit, describe }: PieceProps) {
  const { members } = useMeeting()
  const { name, colour } = usePerson(item.owner?.personId ?? null)
  const shortName = useShortName(item.owner?.personId ?? null)
  const [isTyping, setTyping] = useState(false)
  const label = `Owner of action ${number}`
  const { owner } = item
  const typedName = owner?.personId ? '' : (owner?.name ?? '')

  if (isTyping) {
    const done = (typed: string | null) => {
      setTyping(false)
      if (typed !== null) describe(item.id, { owner: typed ? { personId: null, name: typed } : null })
    }
    return <TypedOwner label={label} opening={typedName} onDone={done} />
  }
  const known = owner?.personId ? members.some(({ personId }) => personId === owner.personId) : false
  const ownerName = known ? name : owner?.name || 'Someone'
  const shown = owner && (
    <>
      {known && <Avatar name={ownerName} colour={colour} size={20} decorative />}
      <span className={styles.ownerName} title={ownerName}>
        {known ? shortName : ownerName}
      </span>
    </>
  )
  const choose = (chosen: PersonId | null) => {
    const person = members.find(({ personId }) => personId === chosen)
    describe(item.id, { owner: person ? { personId: person.personId, name: person.name } : null })
  }
  return (
    <ChoicePiece<PersonId>
      label={label}
      ask="Who owns it?"
      groups={[
        {
          label: 'One person of this meeting',
          options: members.map(({ personId, name }) => ({ value: personId, label: name })),
        },
      ]}
      value={owner?.personId ?? null}
      shown={shown}
      isNeeded={isNeeded}
      mayEdit={mayEdit}
      onChange={choose}
    >
      <MenuItem onSelect={() => setTyping(true)}>Someone else…</MenuItem>
    </ChoicePiece>
  )
}
