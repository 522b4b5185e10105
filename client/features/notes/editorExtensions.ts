import type { Extensions } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { safeUrl } from '../../../shared/content/fields.ts'

const isSafe = (url: string) => safeUrl.safeParse(url).success

/**
 * What the notes may hold. An editor that knows less deletes what it does not know, for everyone: whoever changes this
 * list raises EDITOR_SCHEMA, and the server then asks older pages to reload.
 */
export const editorExtensions: Extensions = [
  StarterKit.configure({
    undoRedo: false, // the shared document has an undo of its own, which leaves others' words alone
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isSafe,
      HTMLAttributes: { rel: 'noreferrer noopener', target: '_blank' },
    },
  }),
]
