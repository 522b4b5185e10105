import { MOST_TEXT } from '../../../shared/content/fields.ts'
import {
  type DecisionContext,
  type DecisionPart,
  decisionParts,
  emptyContext,
  type Moment,
  type TimelineEvent,
  type TimelineStage,
} from '../../../shared/content/timeline.ts'
import { readWebLink } from '../../../shared/content/webLink.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { readTypedTime, typedTime } from '../../../shared/time/typedTime.ts'

export const precisionInWords: Record<Moment['precision'], string> = {
  minute: 'To the minute',
  approx: 'About then',
  hour: 'To the hour',
  day: 'Only the day',
  order: 'Only the order',
}

/** What stands in the fields, as it was typed. */
export type EventForm = {
  text: string
  time: string
  precision: Moment['precision']
  firstSeen: string
  stage: TimelineStage | null
  source: string
  isDecision: boolean
} & DecisionContext

export type DescribedEvent = Pick<
  TimelineEvent,
  'text' | 'occurred' | 'firstSeenAt' | 'stage' | 'sourceUrl' | 'kind' | DecisionPart
>

export const formOf = (timelineEvent: TimelineEvent | null, zone: string): EventForm => ({
  text: timelineEvent?.text ?? '',
  time: timelineEvent ? typedTime(timelineEvent.occurred.at, zone) : '',
  precision: timelineEvent?.occurred.precision ?? 'minute',
  firstSeen: timelineEvent?.firstSeenAt ? typedTime(timelineEvent.firstSeenAt, zone) : '',
  stage: timelineEvent?.stage ?? null,
  source: timelineEvent?.sourceUrl ?? '',
  isDecision: timelineEvent?.kind === 'decision',
  ...contextOf(timelineEvent ?? emptyContext),
})

export type FormProblems = Partial<Record<keyof EventForm, string>>

/** Reads the fields; all problems come back at once, each under its field. `nearAt` gives the day where none is typed. */
export function readEventForm(
  form: EventForm,
  { zone, nearAt, needsText }: { zone: string; nearAt: number; needsText: boolean },
): Result<DescribedEvent, FormProblems> {
  const time = readTypedTime(form.time, { zone, near: nearAt })
  const near = time.ok ? time.value : nearAt
  const firstSeen = form.firstSeen.trim() === '' ? ok(null) : readTypedTime(form.firstSeen, { zone, near })
  const source = form.source.trim() === '' ? ok(null) : readWebLink(form.source)
  const problems: FormProblems = {
    ...(needsText && form.text.trim() === '' && { text: 'Say in a few words what happened.' }),
    ...(!time.ok && { time: time.problem }),
    ...(!firstSeen.ok && { firstSeen: firstSeen.problem }),
    ...(!source.ok && { source: source.problem }),
    ...tooLong(form),
    ...(time.ok &&
      firstSeen.ok &&
      firstSeen.value !== null &&
      firstSeen.value < time.value && { firstSeen: 'It cannot be seen before it happened.' }),
  }
  if (!time.ok || !firstSeen.ok || !source.ok || Object.keys(problems).length > 0) return refuse(problems)
  return ok({
    text: form.text.trim(),
    occurred: { at: time.value, precision: form.precision },
    firstSeenAt: firstSeen.value,
    stage: form.stage,
    sourceUrl: source.value,
    kind: form.isDecision ? 'decision' : 'event',
    ...contextOf(form),
  })
}

export const tooLong = (form: DecisionContext): FormProblems =>
  Object.fromEntries(
    decisionParts.flatMap((part) =>
      form[part].length > MOST_TEXT ? [[part, `Write at most ${MOST_TEXT} characters.`]] : [],
    ),
  )

/** What stands there stays also where it is no decision point any more, or one wrong click would lose it. */
export function contextOf(from: DecisionContext): DecisionContext {
  const { known, believed, notKnown, options } = from
  return { known, believed, notKnown, options }
}
