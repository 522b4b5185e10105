import { useRoom } from '../../room/RoomProvider.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './InviteDialog.module.css'

/** The two links into this meeting. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { postmortemId } = useRoom()
  const link = new URL(`/p/${postmortemId}`, location.href).href
  const links = [
    {
      label: 'To take part',
      hint: 'Whoever opens it says a name and joins: reads, writes, raises a hand.',
      address: link,
    },
    {
      label: 'To watch only',
      hint: 'Joins as an observer: reads everything, changes nothing, takes no turns.',
      address: `${link}?as=observer`,
    },
  ]
  return (
    <Dialog open onClose={onClose} title="Invite" size="sm">
      <div className={styles.links}>
        {links.map(({ label, hint, address }) => (
          <Field key={label} label={label} hint={hint}>
            {(control) => (
              <span className={styles.row}>
                <TextInput {...control} readOnly value={address} onFocus={(event) => event.target.select()} />
                <CopyButton text={address} label="Copy" kind="soft" />
              </span>
            )}
          </Field>
        ))}
      </div>
    </Dialog>
  )
}
