import { useId } from 'react'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './StartingInFields.module.css'
import type { StartingInChoice } from './startingIn.ts'

type StartingInFieldsProps = StartingInChoice & {
  /** The facts decide that only some read it. */
  isLocked?: boolean
}

/** In which workspace, where there is a choice, and for whom. */
export function StartingInFields({ places, startingIn, choose, isLocked = false }: StartingInFieldsProps) {
  const hintId = useId()
  const { workspaceId, isRestricted } = startingIn
  return (
    <div className={styles.fields}>
      {workspaceId && places.length > 1 && (
        <Field label="Workspace">
          {(control) => (
            <Select
              {...control}
              value={workspaceId}
              onChange={(chosen) => choose({ workspaceId: chosen, isRestricted })}
              options={places.map((place) => ({ value: place.workspaceId, label: place.name }))}
            />
          )}
        </Field>
      )}
      <div className={styles.restricted}>
        <Checkbox
          checked={isRestricted}
          disabled={isLocked}
          onChange={(isOn) => choose({ ...startingIn, isRestricted: isOn })}
          describedBy={hintId}
        >
          Only some people may read this
        </Checkbox>
        <p className={styles.hint} id={hintId}>
          {isLocked
            ? 'So it starts, because of what you ticked: only you read it, until you say who else.'
            : 'Then only you read it, until you say who else. For incidents with personal, legal or security matters.'}
        </p>
      </div>
    </div>
  )
}
