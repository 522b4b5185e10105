import { ArrowRight, Minus, Pencil, Plus } from 'lucide-react'
import type { ContentChange } from '../../../shared/content/compareContent.ts'
import { fieldsInWords } from './fieldsInWords.ts'
import styles from './History.module.css'

const icons = { added: Plus, removed: Minus, changed: Pencil, moved: ArrowRight } as const

type ChangeMarkProps = { change: ContentChange; by: string; movedTo: string | undefined }

/** What became of a piece since, and by whom. Shape first, words beside it. */
export function ChangeMark({ change: { what, fields }, by, movedTo }: ChangeMarkProps) {
  const Icon = icons[what]
  return (
    <p className={styles.mark} data-what={what}>
      <Icon size={13} aria-hidden="true" />
      <span>
        {whatInWords(what, fields, movedTo)}
        {by && ` ${by}`}
      </span>
    </p>
  )
}

function whatInWords(
  what: ContentChange['what'],
  fields: readonly string[],
  movedTo: string | undefined,
): string {
  switch (what) {
    case 'added':
      return 'Added since'
    case 'removed':
      return 'Removed since'
    case 'moved':
      return movedTo ? `Since moved, now in ${movedTo},` : 'Moved since'
    case 'changed': {
      const words = fieldsInWords(fields)
      return words && words !== 'text' ? `Changed since (${words})` : 'Changed since'
    }
  }
}
