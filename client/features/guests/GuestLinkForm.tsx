import { useState } from 'react'
import {
  type GuestRole,
  guestRoles,
  MOST_GUEST_HOURS,
  makeGuestLinkEndpoint,
} from '../../../shared/wire/access.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useChangeAccess } from '../../room/useChangeAccess.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { LinkField } from '../../ui/LinkField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './Guests.module.css'
import { guestRoleNames } from './guestWords.ts'

const roleOptions = guestRoles.map((role) => ({ value: role, label: guestRoleNames[role] }))
const lengthOptions = [
  { value: '4', label: '4 hours' },
  { value: '24', label: '1 day' },
  { value: String(7 * 24), label: '7 days' },
  { value: String(MOST_GUEST_HOURS), label: '30 days' },
]

type GuestLinkFormProps = {
  /** Then nobody comes in unseen. */
  isRestricted: boolean
}

export function GuestLinkForm({ isRestricted }: GuestLinkFormProps) {
  const { postmortemId } = useRoom()
  const { change, problem, isSending } = useChangeAccess()
  const [wished, setWished] = useState({ role: 'participant' as GuestRole, hours: '24', hasLobby: true })
  const [link, setLink] = useState<string | null>(null)
  const hasLobby = isRestricted || wished.hasLobby
  const make = () => {
    const body = { role: wished.role, hours: Number(wished.hours), hasLobby }
    setLink(null)
    return change(
      () => callApi(makeGuestLinkEndpoint, { params: { postmortemId }, body }),
      (made) => setLink(made.link),
    )
  }
  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        <Field label="What they do">
          {(control) => (
            <Select
              {...control}
              value={wished.role}
              onChange={(role) => setWished({ ...wished, role })}
              options={roleOptions}
            />
          )}
        </Field>
        <Field label="How long">
          {(control) => (
            <Select
              {...control}
              value={wished.hours}
              onChange={(hours) => setWished({ ...wished, hours })}
              options={lengthOptions}
            />
          )}
        </Field>
      </div>
      <div>
        <Checkbox
          checked={hasLobby}
          disabled={isRestricted}
          onChange={(isWished) => setWished({ ...wished, hasLobby: isWished })}
        >
          They wait until someone lets them in
        </Checkbox>
        {isRestricted && <p className={styles.hint}>Always so here: only some may read this postmortem.</p>}
      </div>
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <Button kind="primary" busy={isSending} onClick={() => void make()}>
        Make a guest link
      </Button>
      {link !== null && (
        <div className={styles.made} role="status">
          <LinkField
            label="Guest link"
            hint="It is shown here only, and not again. Whoever has it can come, so give it to your guest alone."
            link={link}
          />
        </div>
      )}
    </div>
  )
}
