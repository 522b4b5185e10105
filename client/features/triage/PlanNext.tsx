import { useState } from 'react'
import { planMeetingEndpoint } from '../../../shared/wire/stages.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import styles from './Triage.module.css'

const plans = {
  review: {
    verb: 'Plan the full review',
    about: 'It has an agenda of its own, for the time chosen at the start.',
  },
  deepDive: {
    verb: 'Plan a deep dive',
    about: 'An hour for what stays unresolved, most of it along the timeline.',
  },
} as const
type Planned = keyof typeof plans

/** After one meeting has ended: another one over the same document, for whoever facilitates. */
export function PlanNext() {
  const { postmortemId } = useRoom()
  const { stage, status } = useMeeting()
  const mayPlan = useCan('openAndEnd')
  const [asked, setAsked] = useState<Planned | null>(null)
  const [state, setState] = useState<{ isSending: boolean; problem: string | null }>(idle)
  if (status !== 'ended' || !mayPlan) return null
  const offered: readonly Planned[] = stage === 'initial' ? ['review', 'deepDive'] : ['deepDive']
  const plan = async (next: Planned) => {
    setState({ isSending: true, problem: null })
    const answer = await callApi(planMeetingEndpoint, { params: { postmortemId }, body: { stage: next } })
    if (!answer.ok) return setState({ isSending: false, problem: answer.problem.sentence })
    setState(idle)
    setAsked(null)
    announce(next === 'review' ? 'The full review is planned.' : 'The deep dive is planned.')
  }
  return (
    <span className={styles.next}>
      {offered.map((next) => (
        <Button key={next} size="sm" onClick={() => setAsked(next)}>
          {plans[next].verb}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          title={`${plans[asked].verb}?`}
          verb={plans[asked].verb}
          isBusy={state.isSending}
          problem={state.problem}
          onConfirm={() => void plan(asked)}
          onClose={() => setAsked(null)}
        >
          {plans[asked].about} Everything written so far stays, everyone keeps their role and may write again.
          The meeting that has ended stays as it is.
        </ConfirmDialog>
      )}
    </span>
  )
}

const idle = { isSending: false, problem: null }
