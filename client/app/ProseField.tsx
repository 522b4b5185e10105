import type * as Y from 'yjs'
import { SharedTextField } from '../room/SharedTextField.tsx'
import { useMayEdit } from '../room/useMeeting.ts'
import styles from './WorkArea.module.css'

type ProseFieldProps = { id: 'summary' | 'impact'; title: string; hint: string; text: Y.Text }

/** One of the report's own texts, written by everyone. */
export function ProseField({ id, title, hint, text }: ProseFieldProps) {
  const mayEdit = useMayEdit()
  return (
    <section className={styles.prose} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.field}>
        <SharedTextField
          text={text}
          place={{ in: 'prose', id }}
          label={title}
          placeholder={mayEdit ? hint : 'Nothing written yet'}
          readOnly={!mayEdit}
        />
      </div>
    </section>
  )
}
