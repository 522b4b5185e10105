import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

type UnsentDialogProps = { unsent: number; isBusy: boolean; onLeave: () => void; onStay: () => void }

/** Signing out forgets this device, and with it what no server has yet. */
export const UnsentDialog = ({ unsent, isBusy, onLeave, onStay }: UnsentDialogProps) => (
  <ConfirmDialog
    title={unsent === 1 ? 'One change is only here.' : `${unsent} changes are only here.`}
    verb={unsent === 1 ? 'Sign out and lose it' : 'Sign out and lose them'}
    keep="Stay"
    isBusy={isBusy}
    onConfirm={onLeave}
    onClose={onStay}
  >
    You wrote {unsent === 1 ? 'it' : 'them'} without a connection, and no server has{' '}
    {unsent === 1 ? 'it' : 'them'} yet. Signing out takes everything of yours off this device. Open the
    meeting once more while you are connected, and {unsent === 1 ? 'it is' : 'they are'} sent.
  </ConfirmDialog>
)
