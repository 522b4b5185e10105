import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { attachingSentences } from './attachingSentences.ts'
import { CoverEditor } from './CoverEditor.tsx'
import type { Cover } from './covers.ts'
import type { EncodedPicture, OpenedPicture, OpenPicture } from './pictures.ts'

type PictureDialogProps = {
  file: File
  /** How many more wait behind it. */
  waiting: number
  open: OpenPicture
  onAttach: (encoded: EncodedPicture) => void
  onClose: () => void
}

/** A look at a picture before it is sent: no program can tell what in it is nobody else's business. */
export function PictureDialog({ file, waiting, open, onAttach, onClose }: PictureDialogProps) {
  const [opened, setOpened] = useState<OpenedPicture | 'opening' | 'unreadable'>('opening')
  const [covers, setCovers] = useState<readonly Cover[]>([])
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let isGone = false
    let picture: OpenedPicture | null = null
    void open(file).then((found) => {
      picture = found
      if (isGone) found?.close()
      else setOpened(found ?? 'unreadable')
    })
    return () => {
      isGone = true
      picture?.close()
    }
  }, [file, open])

  const isOpen = typeof opened !== 'string'
  const attach = async () => {
    if (!isOpen) return
    setBusy(true)
    try {
      onAttach(await opened.encode(covers))
    } catch {
      setOpened('unreadable')
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="Attach this picture?"
      description="Nothing in a picture is masked by itself, and everybody who reads this postmortem sees it. Cover names, faces, addresses and keys first. Where and with what it was taken is left out."
      footer={
        <>
          {waiting > 0 && <span>{waiting} more after this one</span>}
          <Button kind="quiet" onClick={onClose}>
            Leave it
          </Button>
          <Button kind="primary" disabled={!isOpen} busy={isBusy} onClick={() => void attach()}>
            Attach picture
          </Button>
        </>
      }
    >
      {opened === 'opening' && <Skeleton rows={4} label="The picture is being opened" />}
      {opened === 'unreadable' && (
        <Notice tone="late" role="alert" title={file.name}>
          {attachingSentences.noPicture}
        </Notice>
      )}
      {isOpen && <CoverEditor picture={opened} covers={covers} onChange={setCovers} />}
    </Dialog>
  )
}
