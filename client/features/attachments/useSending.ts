import { useMemo } from 'react'
import type { AttachTarget } from '../../../shared/content/attachments.ts'
import { newId, type Room } from '../../room/room.ts'
import { asFile, asImage, asLog } from './attachedWhat.ts'
import { attachingSentences } from './attachingSentences.ts'
import { createSending, type Sent } from './createSending.ts'
import type { Pack } from './packInWorker.ts'
import { type EncodedPicture, pictureTypes } from './pictures.ts'
import type { GivenWords } from './useGiving.ts'
import { fitsAsText, writeAsText } from './writeAsText.ts'

/** A file somebody looks at before it is sent. */
export type Looked = { id: string; as: 'picture' | 'file'; target: AttachTarget; file: File }

/** `onLook` stays the same function. */
type SendingOptions = { room: Room; pack: Pack; onLook: (looked: readonly Looked[]) => void }

export type Sendings = ReturnType<typeof useSending>

/** What becomes of each thing that is given: pictures and what cannot be masked are looked at first, the rest is sent. */
export const useSending = ({ room, pack, onLook }: SendingOptions) =>
  useMemo(() => {
    const { pending, send, attach, refuse } = createSending({ room, pack })
    const isOnline = () => room.line.get().is === 'live'
    const toLook =
      (as: Looked['as'], target: AttachTarget) =>
      (file: File): Looked => ({ id: newId(), as, target, file })

    const sendText = (target: AttachTarget, name: string, content: File | string, instead: Sent['instead']) =>
      send(target, name, async (keep) => {
        const kept = await keep({ name, content, isMasked: true })
        if (kept) return { what: asLog(kept), masked: kept.packed.masked, instead: instead ?? null }
        if (typeof content !== 'string') onLook([toLook('file', target)(content)])
        return null
      })

    return {
      pending,
      files: (target: AttachTarget, files: readonly File[]) => {
        if (!isOnline()) {
          for (const { name } of files) refuse(target, name, attachingSentences.offline)
          return
        }
        const isPicture = ({ type }: File) => pictureTypes.includes(type)
        for (const file of files) if (!isPicture(file)) sendText(target, file.name, file, null)
        onLook(files.filter(isPicture).map(toLook('picture', target)))
      },
      /** What a field has room for goes there as long as no server can keep it. */
      longText: (target: AttachTarget, { text, at }: GivenWords): boolean => {
        const fits = fitsAsText(room, target, text)
        if (!isOnline() && fits) return false
        const write = () => writeAsText(room, target, text, at)
        sendText(target, 'Pasted text.log', text, fits ? { label: 'Keep as text instead', write } : null)
        return true
      },
      link: (target: AttachTarget, link: { url: string; name: string }) =>
        attach(target, { what: { what: 'link', ...link } }),
      picture: ({ target, file: { name } }: Looked, { picture, thumbnail }: EncodedPicture) =>
        send(target, name, async (keep) => {
          const kept = await keep({ name, content: picture, isMasked: false })
          const small = thumbnail && (await keep({ name, content: thumbnail, isMasked: false }))
          return kept && { what: asImage(kept, small) }
        }),
      asItIs: ({ target, file }: Looked) =>
        send(target, file.name, async (keep) => {
          const kept = await keep({ name: file.name, content: file, isMasked: false })
          return kept && { what: asFile(kept) }
        }),
    }
  }, [room, pack, onLook])
