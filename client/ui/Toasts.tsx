import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import styles from './Toasts.module.css'
import { toasts } from './toasts.ts'

/** Where showToast's messages appear; stands once, in the shell. F6 reaches it. */
export const Toasts = () => (
  <Toast.Provider toastManager={toasts} limit={3}>
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport} aria-label="Messages">
        <ToastList />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
)

function ToastList() {
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={styles.toast}
      swipeDirection={['down', 'right']}
      aria-label="Message"
    >
      <Toast.Content className={styles.content}>
        <Toast.Description className={styles.words} />
        <Toast.Action className={styles.action} />
        <Toast.Close className={styles.close} aria-label="Close">
          <X size={14} aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
