import { useState } from 'react'
import { type Colleague, makeSignInLinkEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LinkField } from '../../ui/LinkField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useOpenWorkspace } from './openWorkspace.ts'

type SignInLinkDialogProps = { colleague: Colleague; onClose: () => void }

/** For someone who cannot get in any more. Whoever has the link is them, so it is made by a press and shown once. */
export function SignInLinkDialog({ colleague: { personId, name }, onClose }: SignInLinkDialogProps) {
  const { workspaceId } = useOpenWorkspace().workspace
  const [link, setLink] = useState<string | null>(null)
  const { send, problem, isSending } = useSending()
  const make = () =>
    send(
      () => callApi(makeSignInLinkEndpoint, { params: { workspaceId, personId } }),
      (made) => setLink(made.link),
    )
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={`Let ${name} back in`}
      description="A link signs them in once, within a day. Whoever opens it comes in as them, so give it to nobody else."
      footer={
        link === null ? (
          <>
            <Button kind="quiet" onClick={onClose}>
              Leave it
            </Button>
            <Button kind="primary" busy={isSending} onClick={() => void make()}>
              Make a link
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      {link !== null && <LinkField label={`Sign-in link for ${name}`} link={link} />}
    </Dialog>
  )
}
