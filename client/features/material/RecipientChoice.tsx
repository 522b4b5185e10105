import type { PersonId } from '../../../shared/ids.ts'
import type { PossibleRecipient } from '../../../shared/wire/material.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './Material.module.css'

type RecipientChoiceProps = {
  people: readonly PossibleRecipient[]
  suggested: ReadonlySet<PersonId>
  chosen: ReadonlySet<PersonId>
  onChoose: (chosen: ReadonlySet<PersonId>) => void
}

/** Those of this review first; whoever has it already is told apart and cannot be chosen. */
export function RecipientChoice({ people, suggested, chosen, onChoose }: RecipientChoiceProps) {
  const has = people.filter(({ state }) => state === 'sent')
  const waiting = people.filter(({ state }) => state !== 'sent')
  const groups = [
    { legend: 'Of this review', of: waiting.filter(({ personId }) => suggested.has(personId)) },
    { legend: 'Others who may read it', of: waiting.filter(({ personId }) => !suggested.has(personId)) },
  ].filter(({ of }) => of.length > 0)
  const toggle = (personId: PersonId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(personId)
    else next.delete(personId)
    onChoose(next)
  }
  return (
    <>
      {people.length === 0 && (
        <p className={styles.about}>
          Nobody else reads this postmortem yet. Invite people to the workspace, or to its audience, first.
        </p>
      )}
      {groups.map(({ legend, of }) => (
        <fieldset key={legend} className={styles.group}>
          <legend>{legend}</legend>
          {of.map(({ personId, name, state }) => (
            <Checkbox
              key={personId}
              checked={chosen.has(personId)}
              onChange={(isChosen) => toggle(personId, isChosen)}
            >
              {name}
              {state === 'failed' && <small> did not go out</small>}
              {state === 'onItsWay' && <small> on its way</small>}
            </Checkbox>
          ))}
        </fieldset>
      ))}
      {has.length > 0 && (
        <p className={styles.about}>
          {has.map(({ name }) => name).join(', ')} {has.length === 1 ? 'has' : 'have'} it already.
        </p>
      )}
    </>
  )
}
