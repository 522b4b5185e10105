import type { ActionItem } from '../../../shared/content/actionItems.ts'
import styles from './ActionTable.module.css'
import { actionsInWords } from './actionsInWords.ts'

export function ActionsHeadline({
  level,
  actionItems,
}: {
  level: 1 | 2
  actionItems: readonly ActionItem[]
}) {
  const { before, lacking, after } = actionsInWords(actionItems)
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <Heading className={styles.headline}>
      {before}
      {lacking && <em>{lacking}</em>}
      {after}
    </Heading>
  )
}
