import { useId, useState } from 'react'
import * as z from 'zod/mini'
import { MOST_HOLDER_NAME } from '../../../shared/content/roleHolders.ts'
import type { IncidentRole } from '../../../shared/guide/incidentRoles.ts'
import type { WorkspaceId } from '../../../shared/ids.ts'
import { inviteEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { invitationMailWords } from '../../room/invitationMailWords.ts'
import { useAccess } from '../../room/useAccess.ts'
import { useForm } from '../../room/useForm.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { LinkField } from '../../ui/LinkField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './InviteDialog.module.css'

type InviteDialogProps = { role: IncidentRole; title: string; workspaceId: WorkspaceId; onClose: () => void }

const asked = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Say a name.'), z.maxLength(MOST_HOLDER_NAME)),
  email: inviteEndpoint.body.shape.email,
})

/** Invites somebody to the workspace, and puts them into the role: by name until they have come. */
export function InviteDialog({ role, title, workspaceId, onClose }: InviteDialogProps) {
  const formId = useId()
  const { invite } = usePreparationEdits()
  const { data: access } = useAccess()
  const [made, setMade] = useState<z.output<typeof inviteEndpoint.answer> | null>(null)
  const [name, setName] = useState('')
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: asked,
    ask: ({ email }) =>
      callApi(inviteEndpoint, { params: { workspaceId }, body: { email, role: 'member' as const } }),
    onDone: (answer) => {
      invite(role, name.trim(), answer.invitationId)
      setMade(answer)
    },
  })
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={`Invite: ${title}`}
      description="They join the workspace as a member, and stand here by name until they have come."
      footer={
        made ? (
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" form={formId} kind="primary" busy={isSending}>
              Invite
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className={styles.form}>
          <Notice role="status" title={`${name.trim()} is invited.`}>
            {invitationMailWords[made.mail]}
            {access?.audience.isRestricted &&
              ' This postmortem is restricted: once they have come, add them under Invite, Who may read.'}
          </Notice>
          <LinkField label="Invitation link" link={made.link} />
        </div>
      ) : (
        <form id={formId} className={styles.form} onSubmit={onSubmit} noValidate>
          <Field label="Name" error={errors.name ?? null}>
            {(control) => (
              <TextInput
                {...control}
                name="name"
                autoComplete="off"
                maxLength={MOST_HOLDER_NAME}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
            )}
          </Field>
          <Field label="E-mail" error={errors.email ?? null}>
            {(control) => (
              <TextInput {...control} type="email" name="email" autoComplete="off" spellCheck={false} />
            )}
          </Field>
          {problem && (
            <Notice tone="late" role="alert">
              {problem.sentence}
            </Notice>
          )}
        </form>
      )}
    </Dialog>
  )
}
