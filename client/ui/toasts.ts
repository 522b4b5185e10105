import { Toast } from '@base-ui/react/toast'

export const toasts = Toast.createToastManager()

const READ_MS = 6_000

/** A short message at the foot of the screen, read aloud once. With `undo`, it stays longer and offers the way back. */
export function showToast(text: string, undo?: { label?: string; onUndo: () => void }): void {
  const id = toasts.add({
    description: text,
    timeout: undo ? READ_MS * 2 : READ_MS,
    ...(undo && {
      actionProps: {
        children: undo.label ?? 'Undo',
        onClick: () => {
          undo.onUndo()
          toasts.close(id)
        },
      },
    }),
  })
}
