import { Download } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import {
  type AttachedImage,
  type Attachment,
  attachmentWords,
  isAttachedTo,
} from '../../../shared/content/attachments.ts'
import { sizeInWords } from '../../../shared/sizeInWords.ts'
import { attachedFilePath } from '../../../shared/wire/attachments.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAttachments } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { usePerson } from '../../room/usePerson.ts'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/buttonClass.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import styles from './Attachments.module.css'
import { LogViewer } from './LogViewer.tsx'
import { useRemoveAttachment } from './useRemoveAttachment.ts'

type KeptAttachment = Exclude<Attachment, { what: 'link' }>

type ShowAttachmentProps = {
  attachment: KeptAttachment
  onShow: (attachment: KeptAttachment) => void
  onClose: () => void
}

/**
 * One attachment as large as the screen takes it; arrows go to the next. Somebody else may remove it meanwhile: what is
 * looked at stays until it is closed.
 */
export function ShowAttachment({ attachment, onShow, onClose }: ShowAttachmentProps) {
  const { postmortemId } = useRoom()
  const mayEdit = useMayEdit()
  const remove = useRemoveAttachment()
  const { what, name, size, fileId, by, target } = attachment
  const beside = useAttachments().filter(
    (one): one is KeptAttachment => one.what !== 'link' && isAttachedTo(target)(one),
  )
  const author = usePerson(by)
  const place = beside.findIndex(({ id }) => id === attachment.id)
  const address = attachedFilePath(postmortemId, fileId)

  const step = useEffectEvent((event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const isTyping = event.target instanceof HTMLInputElement
    const next = by === 0 || isTyping ? undefined : beside[place + by]
    if (!next) return
    event.preventDefault()
    onShow(next)
    announce(`${attachmentWords[next.what]} ${next.name}`)
  })
  useEffect(() => {
    window.addEventListener('keydown', step)
    return () => window.removeEventListener('keydown', step)
  }, [])

  return (
    <Dialog
      open
      size="xl"
      onClose={onClose}
      title={name}
      description={[
        `${what === 'image' ? 'Picture' : what === 'log' ? 'Log' : 'File'}, ${sizeInWords(size)}`,
        ...(by === null ? [] : [`attached by ${author.name}`]),
        ...(beside.length > 1 ? [`${place + 1} of ${beside.length}`] : []),
      ].join(' · ')}
      footer={
        <>
          {mayEdit && (
            <p className={styles.staying}>
              Removed, it is out of sight for all, and Undo and History bring it back. Its bytes stay on the
              server for as long as this postmortem.
            </p>
          )}
          {mayEdit && (
            <Button
              kind="quiet"
              onClick={() => {
                onClose()
                remove(attachment)
              }}
            >
              Remove
            </Button>
          )}
          <a className={buttonClass({})} href={address} download={name}>
            <Download size={16} aria-hidden="true" />
            Download
          </a>
        </>
      }
    >
      {what === 'image' && <Picture address={address} attachment={attachment} />}
      {what === 'log' && <LogViewer key={fileId} address={address} name={name} />}
      {what === 'file' && (
        <p className={styles.hint}>This kind of file is not shown here. Nothing in it was masked.</p>
      )}
    </Dialog>
  )
}

const Picture = ({ address, attachment }: { address: string; attachment: AttachedImage }) => (
  <img
    key={address}
    className={styles.picture}
    src={address}
    alt={`Picture: ${attachment.name}`}
    {...(attachment.width > 0 && { width: attachment.width, height: attachment.height })}
  />
)
