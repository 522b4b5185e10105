import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { presence as presenceSchema } from '../../../shared/wire/presence.ts'

/**
 * The others' carets in the editor. Names and colours are those the server has stamped, never what a browser says of
 * itself; and one's own caret is known by the presence document, whose client id is not the content's.
 */
export const otherCarets = (presence: Awareness) =>
  Extension.create({
    name: 'otherCarets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(presence, {
        awarenessStateFilter: (_contentClient: number, clientId: number) => clientId !== presence.clientID,
        cursorBuilder: (_claimed: unknown, clientId: number) => caretOf(presence.getStates().get(clientId)),
        selectionBuilder: () => ({ class: 'other-selection' }),
      }),
    ],
  })

function caretOf(state: unknown): HTMLElement {
  const caret = document.createElement('span')
  const parsed = presenceSchema.safeParse(state)
  if (!parsed.success) return caret
  const { name, colour } = parsed.data.person
  caret.className = 'other-caret'
  caret.dataset.person = String(colour)
  caret.setAttribute('aria-hidden', 'true')
  const flag = document.createElement('span')
  flag.textContent = name.split(' ')[0] ?? name
  caret.append(flag)
  return caret
}
