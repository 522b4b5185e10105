import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Attachment, AttachTarget } from '../../../shared/content/attachments.ts'
import { type Attaching, AttachingContext } from '../../room/attaching.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { AttachDialog } from './AttachDialog.tsx'
import { LookDialog } from './LookDialog.tsx'
import { type Pack, packInWorker } from './packInWorker.ts'
import { type OpenPicture, openPicture } from './pictures.ts'
import { ShowAttachment } from './ShowAttachment.tsx'
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
  const [first] = looked

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

  return (
    <AttachingContext.Provider value={attaching}>
      {children}
      {asked && mayEdit && (
        <AttachDialog
          target={asked}
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
      {first && (
        <LookDialog
          key={first.id}
          looked={first}
          waiting={looked.length - 1}
          sending={sending}
          open={open}
          onNext={() => setLooked((before) => before.slice(1))}
        />
      )}
      {shown && shown.what !== 'link' && (
        <ShowAttachment attachment={shown} onShow={setShown} onClose={() => setShown(null)} />
      )}
    </AttachingContext.Provider>
  )
}
