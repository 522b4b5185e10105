import { X } from 'lucide-react'
import { type AttachTarget, attachmentWords, isAttachedTo } from '../../../shared/content/attachments.ts'
import { useAttachments } from '../../room/useContent.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Attachments.module.css'
import { useRemoveAttachment } from './useRemoveAttachment.ts'

/** What is attached so far, to remove it: a link is never opened in a dialog of ours. */
export function AttachedHere({ target }: { target: AttachTarget }) {
  const remove = useRemoveAttachment()
  const attached = useAttachments().filter(isAttachedTo(target))
  if (attached.length === 0) return null
  return (
    <ul className={styles.here} aria-label="Attached so far">
      {attached.map((attachment) => (
        <li key={attachment.id}>
          <span>{attachment.name}</span>
          <small>{attachmentWords[attachment.what]}</small>
          <IconButton size="sm" label={`Remove ${attachment.name}`} onClick={() => remove(attachment)}>
            <X aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
