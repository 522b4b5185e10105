import type * as Y from 'yjs'
import { PassageCommentButton } from '../room/PassageCommentButton.tsx'
import { SharedTextField } from '../room/SharedTextField.tsx'
import { useMayEdit } from '../room/useMeeting.ts'
import styles from './WorkArea.module.css'

type ProseFieldProps = { id: 'summary' | 'impact'; title: string; hint: string; text: Y.Text }

/** One of the report's own texts, written by everyone. */
export function ProseField({ id, title, hint, text }: ProseFieldProps) {
  const mayEdit = useMayEdit()
  return (
    <section className={styles.prose} aria-label={title} data-passage={`prose.${id}`}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <PassageCommentButton field={{ in: 'prose', id }} />
      </div>
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
