import { FileText, Link2, Paperclip } from 'lucide-react'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import {
  type AttachedImage,
  type AttachedLog,
  type Attachment,
  type AttachTarget,
  attachmentWords,
  isAttachedTo,
} from '../../shared/content/attachments.ts'
import { sizeInWords } from '../../shared/sizeInWords.ts'
import { attachedFilePath } from '../../shared/wire/attachments.ts'
import styles from './AttachedTo.module.css'
import { type Attaching, useAttaching } from './attaching.ts'
import { PendingLine } from './PendingLine.tsx'
import { useRoom } from './RoomProvider.tsx'
import { useAttachments } from './useContent.ts'

type AttachedToProps = { target: AttachTarget; tabIndex?: 0 | -1 }

/** What shows where a card, an event or notes come from, under their words. */
export function AttachedTo({ target, tabIndex = 0 }: AttachedToProps) {
  const attaching = useAttaching()
  return attaching && <Attached {...{ target, tabIndex, attaching }} />
}

function Attached({ target, tabIndex, attaching }: Required<AttachedToProps> & { attaching: Attaching }) {
  const attached = useAttachments().filter(isAttachedTo(target))
  const { subscribe, get } = attaching.pending
  const pending = useSyncExternalStore(subscribe, get).filter(isAttachedTo(target))
  if (attached.length + pending.length === 0) return null
  return (
    <div className={styles.attached}>
      {attached.length > 0 && (
        <ul className={styles.list} aria-label="Attached">
          {attached.map((attachment) => (
            <li key={attachment.id} data-what={attachment.what}>
              <AttachmentButton {...{ attachment, tabIndex }} onShow={() => attaching.show(attachment)} />
            </li>
          ))}
        </ul>
      )}
      {pending.map((one) => (
        <PendingLine key={one.id} pending={one} />
      ))}
    </div>
  )
}

type ButtonProps<Value extends Attachment> = { attachment: Value; tabIndex: 0 | -1; onShow: () => void }

function AttachmentButton({ attachment, ...rest }: ButtonProps<Attachment>) {
  switch (attachment.what) {
    case 'image':
      return <Thumbnail attachment={attachment} {...rest} />
    case 'log':
      return <LogExcerpt attachment={attachment} {...rest} />
    case 'link':
      return (
        <a
          className={styles.chip}
          href={attachment.url}
          target="_blank"
          rel="noreferrer noopener"
          tabIndex={rest.tabIndex}
        >
          <Link2 size={13} aria-hidden="true" />
          <span>{attachment.name}</span>
        </a>
      )
    case 'file':
      return (
        <Chip attachment={attachment} {...rest} icon={<Paperclip size={13} aria-hidden="true" />}>
          {sizeInWords(attachment.size)}
        </Chip>
      )
  }
}

function Chip({
  attachment: { what, name },
  icon,
  children,
  tabIndex,
  onShow,
}: ButtonProps<Attachment> & { icon: ReactNode; children?: ReactNode }) {
  return (
    <button type="button" className={styles.chip} tabIndex={tabIndex} onClick={onShow}>
      {icon}
      <span className="vh">{attachmentWords[what]} </span>
      <span>{name}</span>
      {children && <small>{children}</small>}
    </button>
  )
}

/** Where its bytes do not come, without a connection say, its name stands there. */
function Thumbnail({ attachment, ...rest }: ButtonProps<AttachedImage>) {
  const { postmortemId } = useRoom()
  const [isMissing, setMissing] = useState(false)
  const { name, fileId, thumbnailId, width, height } = attachment
  if (isMissing)
    return <Chip attachment={attachment} {...rest} icon={<Paperclip size={13} aria-hidden="true" />} />
  return (
    <button
      type="button"
      className={styles.thumbnail}
      aria-label={`Picture ${name}`}
      title={name}
      tabIndex={rest.tabIndex}
      onClick={rest.onShow}
    >
      <img
        src={attachedFilePath(postmortemId, thumbnailId ?? fileId)}
        alt=""
        loading="lazy"
        style={{ aspectRatio: width > 0 && height > 0 ? `${width} / ${height}` : '4 / 3' }}
        onError={() => setMissing(true)}
      />
    </button>
  )
}

function LogExcerpt({ attachment, tabIndex, onShow }: ButtonProps<AttachedLog>) {
  const { name, size, lines, excerpt } = attachment
  const told = `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}, ${sizeInWords(size)}`
  return (
    <div className={styles.log}>
      <button type="button" className={styles.logHead} tabIndex={tabIndex} onClick={onShow}>
        <FileText size={13} aria-hidden="true" />
        <span>
          <span className="vh">Log </span>
          {name}
        </span>
        <small>{told}</small>
      </button>
      <code className={styles.excerpt}>{excerpt}</code>
    </div>
  )
}
