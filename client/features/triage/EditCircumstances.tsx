import { useId, useState } from 'react'
import { addsSensitivity } from '../../../shared/triage/facts.ts'
import { changeCircumstancesEndpoint, type KnownCircumstances } from '../../../shared/wire/triage.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAccess, useRefreshAccess } from '../../room/useAccess.ts'
import { useSending } from '../../room/useSending.ts'
import { useRefreshTriage } from '../../room/useTriage.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import { type CircumstancesDraft, draftOf, readCircumstances } from './circumstancesForm.ts'
import styles from './Incident.module.css'
import { LearningFields } from './LearningFields.tsx'
import { ReachFields } from './ReachFields.tsx'
import { SensitivityTicks } from './SensitivityTicks.tsx'

type EditCircumstancesProps = { known: KnownCircumstances; onClose: () => void }

/** What weighs on how it is reviewed and on who reads it. The server keeps it, and restricts where it has to. */
export function EditCircumstances({ known, onClose }: EditCircumstancesProps) {
  const { postmortemId } = useRoom()
  const formId = useId()
  const { data: access } = useAccess()
  const refreshAccess = useRefreshAccess()
  const refreshTriage = useRefreshTriage()
  /** As it was when the fields were filled: the server takes it from whoever has read the last word. */
  const [before] = useState(known)
  const [draft, setDraft] = useState(() => draftOf(known.circumstances))
  const [isTried, setTried] = useState(false)
  const { send, problem, isSending } = useSending()
  const read = readCircumstances(draft)
  const restricts =
    access?.audience.isRestricted === false && addsSensitivity(before.circumstances, read.circumstances)
  const mayRestrict = access === undefined || access.mayChange || access.audience.isRestricted
  const change = (part: Partial<CircumstancesDraft>) => setDraft((was) => ({ ...was, ...part }))
  const save = async () => {
    setTried(true)
    if (read.problem !== null) return
    const body = { fromNumber: before.number, circumstances: read.circumstances }
    await send(
      () => callApi(changeCircumstancesEndpoint, { params: { postmortemId }, body }),
      async ({ isRestricted }) => {
        announce(restricts && isRestricted ? 'Saved. Only some read it now.' : 'What it was like is saved.')
        onClose()
        await Promise.all([refreshTriage(), refreshAccess()])
      },
    )
  }
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="What it was like"
      description="It weighs on what is suggested, who is asked to come and who may read it."
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={isSending}>
            {restricts ? 'Save and restrict it' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {problem && (
          <Notice tone="late" role="alert">
            {problem.sentence}
          </Notice>
        )}
        <ReachFields
          draft={draft}
          teamsProblem={isTried ? read.problem : null}
          onChange={change}
          onLeaveTeams={() => setTried(true)}
        />
        <LearningFields draft={draft} onChange={change} />
        {mayRestrict ? (
          <SensitivityTicks draft={draft} onChange={change} />
        ) : (
          <p className={styles.about}>
            Whoever facilitates, made the postmortem or runs the workspace says whether a side of it is not
            for everyone.
          </p>
        )}
        {restricts && (
          <Notice tone="late" role="status" title="It is restricted at once.">
            Only you, whoever made it and whoever facilitates read it from then on, until somebody says who
            else does: Invite, then Who may read. Nothing is deleted.
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
