import { MOST_HOLDER_NAME } from '../../../shared/content/roleHolders.ts'
import { LineDialog } from '../../ui/LineDialog.tsx'

type NameDialogProps = { title: string; onConfirm: (name: string) => void; onClose: () => void }

/** Someone whom this Candor does not know. */
export const NameDialog = ({ title, onConfirm, onClose }: NameDialogProps) => (
  <LineDialog
    title={title}
    about="Their name stands here; it invites nobody."
    label="Name"
    verb="Assign"
    input={{ maxLength: MOST_HOLDER_NAME }}
    onConfirm={(typed) => {
      const name = typed.trim()
      if (name === '') return 'Say a name.'
      onConfirm(name)
      return null
    }}
    onClose={onClose}
  />
)
