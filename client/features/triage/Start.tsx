import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import type { PersonId, WorkspaceId } from '../../../shared/ids.ts'
import { isSensitive } from '../../../shared/triage/facts.ts'
import { needsReason } from '../../../shared/triage/needsReason.ts'
import { lengthFor, recommend } from '../../../shared/triage/recommend.ts'
import type { WaivedIncident } from '../../../shared/triage/repeatedWaivers.ts'
import { isWaived } from '../../../shared/triage/reviewFormats.ts'
import { startPostmortemEndpoint } from '../../../shared/wire/postmortems.ts'
import { forgetStart, keepStart, recallStart, type StartDraft } from '../../device/keptStart.ts'
import { callApi } from '../../room/callApi.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { showToast } from '../../ui/toasts.ts'
import { FactsForm } from './FactsForm.tsx'
import { Recommendation } from './Recommendation.tsx'
import { emptyStart, readStart, type StartField, type StartProblems } from './startForm.ts'
import styles from './Triage.module.css'
import { useVerdict } from './useVerdict.ts'
import { waivedBefore } from './waivedBefore.ts'

/** Where it starts and whether only some may read it; locked where the facts decide that. */
export type StartingInDraft = {
  startingIn: { workspaceId?: WorkspaceId; isRestricted: boolean }
  choose: (startingIn: { workspaceId?: WorkspaceId; isRestricted: boolean }) => void
  isLocked: boolean
}

type StartProps = {
  me: PersonId
  /** The workspace it starts in, unless another one is chosen. */
  home: WorkspaceId
  /** What else there is that this person may read, as far as it is known. */
  listed: readonly WaivedIncident[]
  startingInFields: (choice: StartingInDraft) => ReactNode
  onStarted: () => void
}

type Progress = { is: 'writing'; problem: string | null } | { is: 'sending' }

/** Facts in, recommendation out. What is written stays on this device until it is sent. */
export function Start({ me, home, listed, startingInFields, onStarted }: StartProps) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => recallStart(me) ?? emptyStart)
  const [isKept, setKept] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<StartField>>(new Set())
  const [progress, setProgress] = useState<Progress>({ is: 'writing', problem: null })
  const zone = viewerZone()
  const now = Date.now()
  const { facts, problems } = readStart(draft, { zone, now })
  const verdict = useVerdict(facts)
  const format = draft.format ?? verdict?.format ?? 'full'
  const asksReason = needsReason(verdict, format)
  const workspaceId = draft.workspaceId ?? home
  const isLocked = isSensitive(facts)
  const before = isWaived(format) ? waivedBefore(listed, { services: facts.services, workspaceId, now }) : []

  const change = (part: Partial<StartDraft>) => setDraft((was) => ({ ...was, ...part }))
  const leave = (field: StartField) => setLeft((was) => new Set([...was, field]))
  useEffect(() => {
    setKept(draft !== emptyStart && keepStart(me, draft))
  }, [me, draft])

  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (progress.is === 'sending') return
    // What is suggested now, even if it is not shown yet: the server goes by the same facts.
    const suggested = recommend(facts)
    const chosen = draft.format ?? suggested?.format ?? 'full'
    const all = withReason(problems, needsReason(suggested, chosen) && draft.reason.trim() === '')
    const form = event.currentTarget
    setLeft(new Set<StartField>(['title', 'began', 'noticed', 'resolved', 'teams', 'reason']))
    const [first] = Object.keys(all)
    if (first) return form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus() // so that it is read out
    setProgress({ is: 'sending' })
    const { severity, ...besideSeverity } = facts
    const answer = await callApi(startPostmortemEndpoint, {
      params: {},
      body: {
        title: draft.title,
        severity,
        workspaceId,
        isRestricted: draft.isRestricted || isLocked,
        triage: {
          facts: besideSeverity,
          zone,
          format: chosen,
          minutes: draft.minutes ?? lengthFor(chosen, suggested),
          reason: needsReason(suggested, chosen) ? draft.reason : '',
          beginsWithInitial: suggested?.stages === 2 && chosen === 'full' && draft.beginsWithInitial,
        },
      },
    })
    if (!answer.ok) return setProgress({ is: 'writing', problem: answer.problem.sentence })
    forgetStart(me)
    onStarted()
    const { postmortemId, repeatedlyWaived } = answer.value
    if (!isWaived(chosen))
      return void (await navigate({ to: '/p/$postmortemId/prepare', params: { postmortemId } }))
    showToast(
      repeatedlyWaived.length === 0
        ? 'It is kept as a log entry.'
        : `It is kept as a log entry: at least the third for ${repeatedlyWaived.join(', ')} in 90 days.`,
    )
    await navigate({ to: '/' })
  }

  const shown = Object.fromEntries(
    Object.entries(withReason(problems, asksReason && draft.reason.trim() === '')).filter(
      ([field]) => left.has(field as StartField), // the record has no other keys
    ),
  )
  return (
    <form className={styles.start} onSubmit={(event) => void start(event)} noValidate>
      <div className={styles.facts}>
        <h1>What happened?</h1>
        <p className={styles.about}>Only what you know. Anything can wait until you prepare together.</p>
        <FactsForm
          {...{ draft, facts, zone }}
          problems={shown}
          onChange={change}
          onLeave={leave}
          startingIn={startingInFields({
            startingIn: { workspaceId, isRestricted: draft.isRestricted || isLocked },
            choose: change,
            isLocked,
          })}
        />
      </div>
      <Recommendation
        {...{ verdict, format, draft, now }}
        resolvedAt={facts.resolvedAt}
        reasonHint={
          asksReason
            ? verdict
              ? 'Another format than suggested. The reason stays with it.'
              : 'It stays with the log entry.'
            : null
        }
        reasonProblem={shown.reason ?? null}
        waivedBefore={before}
        onChange={change}
      >
        {progress.is === 'writing' && progress.problem && (
          <div className={styles.block}>
            <Notice tone="late" role="alert" title="It was not started.">
              {progress.problem} What you wrote stands here still.
            </Notice>
          </div>
        )}
        <div className={styles.go}>
          <p className={styles.kept}>{isKept && 'Draft kept on this device'}</p>
          <Button kind="primary" size="lg" type="submit" busy={progress.is === 'sending'}>
            {isWaived(format) ? 'Keep a log entry' : 'Start a postmortem'}
          </Button>
        </div>
      </Recommendation>
    </form>
  )
}

const withReason = (problems: StartProblems, isMissing: boolean): StartProblems =>
  isMissing ? { ...problems, reason: 'Say in a sentence why.' } : problems
