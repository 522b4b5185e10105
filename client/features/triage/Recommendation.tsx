import type { ReactNode } from 'react'
import {
  lengthFor,
  type MeetingLength,
  meetingLengths,
  type Verdict,
} from '../../../shared/triage/recommend.ts'
import { isWaived, type ReviewFormat } from '../../../shared/triage/reviewFormats.ts'
import { reviewWindow, windowInWords } from '../../../shared/triage/reviewWindow.ts'
import { verdictInWords } from '../../../shared/triage/verdictInWords.ts'
import type { StartDraft } from '../../device/keptStart.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { WindowTrack } from '../../ui/WindowTrack.tsx'
import { AgendaBar } from './AgendaBar.tsx'
import { FormatChoice } from './FormatChoice.tsx'
import { ReasonList } from './ReasonList.tsx'
import styles from './Triage.module.css'
import { WaivedBefore } from './WaivedBefore.tsx'

type RecommendationProps = {
  verdict: Verdict | null
  format: ReviewFormat
  draft: StartDraft
  /** Why the reason is asked for; null where it is not needed. */
  reasonHint: string | null
  reasonProblem: string | null
  resolvedAt: number | null
  now: number
  waivedBefore: readonly string[]
  onChange: (change: Partial<StartDraft>) => void
  /** The way on. */
  children: ReactNode
}

/** What the rules make of the facts, and what is decided. */
export function Recommendation(props: RecommendationProps) {
  const { verdict, format, draft, reasonHint, reasonProblem, resolvedAt, now, onChange } = props
  const minutes = draft.minutes ?? lengthFor(format, verdict)
  const hours = resolvedAt === null ? null : (now - resolvedAt) / 3_600_000
  return (
    <aside className={styles.recommendation} aria-labelledby="recommendation">
      <div className={styles.beside}>
        <p className={styles.eyebrow}>What we suggest</p>
        <h2 className={styles.verdict} id="recommendation">
          {verdict ? verdictInWords(verdict) : 'Tell us a little and we will suggest a format.'}
        </h2>
        {verdict && <ReasonList reasons={verdict.reasons} />}
        <FormatChoice
          value={format}
          suggested={verdict?.format ?? null}
          onChange={(chosen) => onChange({ format: chosen, minutes: null })}
        />
        {reasonHint !== null && (
          <div className={styles.block}>
            <Field label="Why" hint={reasonHint} error={reasonProblem}>
              {(control) => (
                <TextArea
                  {...control}
                  name="reason"
                  maxLength={500}
                  value={draft.reason}
                  onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
                />
              )}
            </Field>
          </div>
        )}
        {props.waivedBefore.length > 0 && (
          <div className={styles.block}>
            <WaivedBefore services={props.waivedBefore} />
          </div>
        )}
        {(format === 'full' || format === 'short') && (
          <section className={styles.block} aria-labelledby="length">
            <h3 id="length">Length</h3>
            <Segmented
              label="Length"
              value={String(minutes)}
              onChange={(chosen) => onChange({ minutes: lengthOf(chosen) })}
              options={meetingLengths.map((each) => ({ value: String(each), label: `${each} min` }))}
            />
            <AgendaBar minutes={minutes} />
            {verdict?.stages === 2 && format === 'full' && (
              <div className={styles.first}>
                <Checkbox
                  checked={draft.beginsWithInitial}
                  onChange={(beginsWithInitial) => onChange({ beginsWithInitial })}
                >
                  Begin with a first review of 25 minutes, within 24 hours
                </Checkbox>
              </div>
            )}
          </section>
        )}
        {!isWaived(format) && hours !== null && reviewWindow(resolvedAt, now).is !== 'notResolved' && (
          <section className={styles.block} aria-labelledby="window">
            <h3 id="window">
              When <small>best 24 to 72 h after it was resolved</small>
            </h3>
            <p className={styles.windowWords}>{windowInWords(resolvedAt, now)}.</p>
            <WindowTrack hours={hours} labelled />
          </section>
        )}
        {props.children}
      </div>
    </aside>
  )
}

const lengthOf = (words: string): MeetingLength | null =>
  meetingLengths.find((minutes) => String(minutes) === words) ?? null
