import { useState } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import type { Access } from '../../room/useAccess.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Audience.module.css'
import { type AudienceDraft, chosenAnew } from './audienceDraft.ts'

const MANY = 10

type AudienceChoiceProps = { access: Access; draft: AudienceDraft; onChoose: (draft: AudienceDraft) => void }

/** Teams and people of the workspace, each to be in it or not. */
export function AudienceChoice({ access: { people, teams }, draft, onChoose }: AudienceChoiceProps) {
  const { me } = useRoom()
  const [sought, setSought] = useState('')
  const others = people.filter(({ personId }) => personId !== me?.personId)
  const found = others.filter(({ name }) =>
    name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()),
  )
  return (
    <>
      <p className={styles.about}>
        You, and whoever started this postmortem, read it in any case. An administrator reads it only if you
        choose them.
      </p>
      {teams.length > 0 && (
        <fieldset>
          <legend className={styles.legend}>Teams</legend>
          <div className={styles.choices}>
            {teams.map(({ teamId, name }) => (
              <Checkbox
                key={teamId}
                checked={draft.teamIds.has(teamId)}
                onChange={(isIn) => onChoose({ ...draft, teamIds: chosenAnew(draft.teamIds, teamId, isIn) })}
              >
                {name}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend className={styles.legend}>
          People <span className={styles.count}>{draft.personIds.size} chosen besides you</span>
        </legend>
        {others.length > MANY && (
          <Field label={<span className="vh">Find someone</span>}>
            {(control) => (
              <TextInput
                {...control}
                placeholder="Find someone"
                value={sought}
                onChange={({ currentTarget }) => setSought(currentTarget.value)}
              />
            )}
          </Field>
        )}
        <div className={styles.choices} data-many={others.length > MANY || undefined}>
          {found.map(({ personId, name }) => (
            <Checkbox
              key={personId}
              checked={draft.personIds.has(personId)}
              onChange={(isIn) =>
                onChoose({ ...draft, personIds: chosenAnew(draft.personIds, personId, isIn) })
              }
            >
              {name}
            </Checkbox>
          ))}
          {found.length === 0 && (
            <p className={styles.about}>
              {others.length === 0
                ? 'Nobody else belongs to this workspace yet.'
                : 'Nobody here goes by that name.'}
            </p>
          )}
        </div>
      </fieldset>
    </>
  )
}
