import { type ReactNode, useCallback, useMemo, useState } from 'react'
import {
  type Attachment,
  type AttachTarget,
  attachmentWords,
  isAttachedTo,
  removeAttachment,
} from '../../../shared/content/attachments.ts'
import { type Attaching, AttachingContext } from '../../room/attaching.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { useAttachments } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { showToast } from '../../ui/toasts.ts'
import { AttachDialog } from './AttachDialog.tsx'
import { PictureDialog } from './PictureDialog.tsx'
import { type Pack, packInWorker } from './packInWorker.ts'
import { type OpenPicture, openPicture } from './pictures.ts'
import { type KeptAttachment, ShowAttachment } from './ShowAttachment.tsx'
import { useGiving } from './useGiving.ts'
import { type Looked, useSending } from './useSending.ts'

type AttachingProviderProps = { children: ReactNode; pack?: Pack; open?: OpenPicture }

/** Attaching and looking at what is attached, for everybody in the room; the shared screen is outside of it. */
export function AttachingProvider({
  children,
  pack = packInWorker,
  open = openPicture,
}: AttachingProviderProps) {
  const room = useRoom()
  const mayEdit = useMayEdit()
  const [asked, setAsked] = useState<AttachTarget | null>(null)
  const [shown, setShown] = useState<Attachment | null>(null)
  /** What somebody has to look at before it is sent, the first of them on the screen. */
  const [looked, setLooked] = useState<readonly Looked[]>([])
  const onLook = useCallback((more: readonly Looked[]) => setLooked((before) => [...before, ...more]), [])
  const sending = useSending({ room, pack, onLook })
  const [first, ...rest] = looked

  useGiving({
    isOn: mayEdit,
    asked,
    onFiles: (target, files) => {
      setAsked(null)
      sending.files(target, files)
    },
    onLongText: (target, words) => {
      const isTaken = sending.longText(target, words)
      if (isTaken) setAsked(null)
      return isTaken
    },
  })
  const { pending } = sending
  const attaching = useMemo<Attaching>(() => ({ ask: setAsked, show: setShown, pending }), [pending])
  const next = () => setLooked(rest)

  return (
    <AttachingContext.Provider value={attaching}>
      {children}
      {asked && mayEdit && (
        <AttachDialog
          onFiles={(files) => {
            setAsked(null)
            sending.files(asked, files)
          }}
          onLink={(link) => {
            setAsked(null)
            sending.link(asked, link)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {first?.as === 'picture' && (
        <PictureDialog
          key={first.id}
          file={first.file}
          waiting={rest.length}
          open={open}
          onAttach={(encoded) => {
            next()
            sending.picture(first, encoded)
          }}
          onClose={next}
        />
      )}
      {first?.as === 'file' && (
        <ConfirmDialog
          key={first.id}
          title={`Attach ${first.file.name}?`}
          verb="Attach file"
          onConfirm={() => {
            next()
            sending.asItIs(first)
          }}
          onClose={next}
        >
          It is no text, so nothing in it is masked. Everybody who reads this postmortem can download it as it
          is.
        </ConfirmDialog>
      )}
      {shown && shown.what !== 'link' && (
        <Shown shown={shown} onShow={setShown} onClose={() => setShown(null)} />
      )}
    </AttachingContext.Provider>
  )
}

type ShownProps = {
  shown: KeptAttachment
  onShow: (attachment: Attachment) => void
  onClose: () => void
}

/** Somebody else may remove it meanwhile: what is looked at stays on the screen until it is closed. */
function Shown({ shown, onShow, onClose }: ShownProps) {
  const room = useRoom()
  const beside = useAttachments().filter(
    (one): one is KeptAttachment => one.what !== 'link' && isAttachedTo(shown.target)(one),
  )
  const remove = () => {
    onClose()
    const takeBack = reversibly(room, () => removeAttachment(room.contentDoc, shown.id, room.origin))
    announce(`${attachmentWords[shown.what]} removed`)
    showToast('Attachment removed', { onUndo: takeBack })
  }
  return (
    <ShowAttachment attachment={shown} beside={beside} onShow={onShow} onRemove={remove} onClose={onClose} />
  )
}
