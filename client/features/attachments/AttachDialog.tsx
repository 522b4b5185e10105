import { useId, useRef, useState } from 'react'
import { type AttachTarget, MOST_ATTACHMENT_NAME } from '../../../shared/content/attachments.ts'
import { linkInWords, readWebLink } from '../../../shared/content/webLink.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { AttachedHere } from './AttachedHere.tsx'
import styles from './Attachments.module.css'

type AttachDialogProps = {
  target: AttachTarget
  onFiles: (files: readonly File[]) => void
  onLink: (link: { url: string; name: string }) => void
  onClose: () => void
}

/** All the ways to attach something, and what is attached so far, to remove it. */
export function AttachDialog({ target, onFiles, onLink, onClose }: AttachDialogProps) {
  const files = useRef<HTMLInputElement>(null)
  const filesId = useId()
  const [url, setUrl] = useState('')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const attachLink = () => {
    const link = readWebLink(url)
    if (!link.ok) return setProblem(link.problem)
    onLink({ url: link.value, name: name.trim() || linkInWords(link.value, location.origin) })
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Attach"
      description="A picture, a log, any file up to 10 MB, or a link. In text, secrets and addresses of people are masked before it is sent."
    >
      <div className={styles.choices}>
        <div className={styles.row}>
          <label htmlFor={filesId} className="vh">
            Files to attach
          </label>
          <input
            ref={files}
            id={filesId}
            className="vh"
            type="file"
            multiple
            tabIndex={-1}
            onChange={({ currentTarget }) => onFiles([...(currentTarget.files ?? [])])}
          />
          <Button onClick={() => files.current?.click()}>Choose files</Button>
          <p className={styles.hint}>Or paste a picture or a log here, or drop files on the card or event.</p>
        </div>
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            attachLink()
          }}
        >
          <Field label="Link" error={problem}>
            {(control) => (
              <TextInput
                {...control}
                type="url"
                inputMode="url"
                placeholder="https://"
                value={url}
                onChange={({ currentTarget }) => {
                  setUrl(currentTarget.value)
                  setProblem(null)
                }}
              />
            )}
          </Field>
          <Field label="What it shows" hint="May stay empty.">
            {(control) => (
              <TextInput
                {...control}
                maxLength={MOST_ATTACHMENT_NAME}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit">Attach link</Button>
        </form>
        <AttachedHere target={target} />
      </div>
    </Dialog>
  )
}
