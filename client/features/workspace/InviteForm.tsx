import { useState } from 'react'
import type * as z from 'zod/mini'
import { mayGiveRole, type WorkspaceRole, workspaceRoles } from '../../../shared/people/workspaceRoles.ts'
import { inviteEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { invitationMailWords } from '../../room/invitationMailWords.ts'
import { roleNames } from '../../room/roleWords.ts'
import { useForm } from '../../room/useForm.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LinkField } from '../../ui/LinkField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'
import styles from './Workspace.module.css'

type Invited = z.output<typeof inviteEndpoint.answer> & { email: string }

export function InviteForm() {
  const { workspaceId, role: mine } = useOpenWorkspace().workspace
  const refresh = useRefresh()
  const [role, setRole] = useState<WorkspaceRole>('member')
  const [invited, setInvited] = useState<Invited | null>(null)
  const { onSubmit, errors, problem, isSending } = useForm({
    schema: inviteEndpoint.body,
    ask: (body) => {
      setInvited(null) // the link of the one before
      return callApi(inviteEndpoint, { params: { workspaceId }, body })
    },
    onDone: async (made, form) => {
      setInvited({ ...made, email: String(new FormData(form).get('email')).trim() })
      form.reset()
      await refresh()
    },
  })
  const options = workspaceRoles
    .filter((to) => mayGiveRole(mine, to))
    .map((to) => ({ value: to, label: roleNames[to] }))
  return (
    <>
      <form className={styles.invite} onSubmit={onSubmit} noValidate>
        <Field label="E-mail" error={errors.email ?? null}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              name="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label="Role">
          {(control) => <Select {...control} name="role" value={role} onChange={setRole} options={options} />}
        </Field>
        <Button type="submit" kind="primary" busy={isSending}>
          Invite
        </Button>
      </form>
      {problem && (
        <div className={styles.problem}>
          <Notice tone="late" role="alert">
            {problem.sentence}
          </Notice>
        </div>
      )}
      {invited && (
        <div className={styles.made}>
          <Notice role="status" title={`${invited.email} is invited.`}>
            {invitationMailWords[invited.mail]}
          </Notice>
          <LinkField label="Invitation link" link={invited.link} />
        </div>
      )}
    </>
  )
}
