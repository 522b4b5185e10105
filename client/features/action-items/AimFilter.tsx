import { type ActionItem, actionAims } from '../../../shared/content/actionItems.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ActionTable.module.css'
import { type ActionAim, aims } from './aims.ts'

export type AimChosen = ActionAim | 'all'

/** How many actions prevent, detect, mitigate, communicate; one press shows only those. */
export function AimFilter({
  actionItems,
  chosen,
  onChoose,
}: {
  actionItems: readonly ActionItem[]
  chosen: AimChosen
  onChoose: (aim: AimChosen) => void
}) {
  return (
    <fieldset className={styles.filter} aria-label="Show by category">
      <Button
        size="sm"
        kind={chosen === 'all' ? 'default' : 'quiet'}
        pressed={chosen === 'all'}
        onClick={() => onChoose('all')}
      >
        All <span className={styles.count}>{actionItems.length}</span>
      </Button>
      {actionAims.map((aim) => {
        const { label, Icon } = aims[aim]
        return (
          <Button
            key={aim}
            size="sm"
            kind={chosen === aim ? 'default' : 'quiet'}
            pressed={chosen === aim}
            onClick={() => onChoose(chosen === aim ? 'all' : aim)}
          >
            <Icon aria-hidden="true" />
            {label}
            <span className={styles.count}>{actionItems.filter((item) => item.aim === aim).length}</span>
          </Button>
        )
      })}
    </fieldset>
  )
}
