import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import styles from './Dialog.module.css'
import { DialogBody } from './DialogBody.tsx'
import { IconButton } from './IconButton.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** One sentence under the title, read out when the dialog opens. */
  description?: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
  children: ReactNode
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode
}

/**
 * Where typing begins. Without a field the dialog itself takes the focus: a stray Enter then does nothing. A search comes
 * after a look at what there is, and would open a phone's keyboard over it.
 */
const firstField = (popup: HTMLElement | null) =>
  popup?.querySelector<HTMLElement>(
    'input:not([type=file], [type=radio], [type=checkbox], [type=search]), textarea',
  )

/** Modal: the focus goes in, Escape and the cross close it, the focus comes back. */
export function Dialog({ open, onClose, title, description, size = 'md', children, footer }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            ref={popup}
            className={`${styles.popup} ${styles[size]}`}
            initialFocus={() => firstField(popup.current) ?? popup.current}
          >
            <header className={styles.header}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              <Base.Close render={<IconButton label="Close" />}>
                <X aria-hidden="true" />
              </Base.Close>
              {description && (
                <Base.Description className={styles.description} render={<div />}>
                  {description}
                </Base.Description>
              )}
            </header>
            <DialogBody>{children}</DialogBody>
            {footer && <footer className={styles.footer}>{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
