import type { Severity } from '../guide/severities.ts'
import { numberInWords } from '../numberInWords.ts'
import type { Facts, Lowering, Signal } from './facts.ts'
import type { ReviewFormat } from './reviewFormats.ts'

/** What severity alone asks for. */
export const formatBySeverity: Record<Severity, { format: ReviewFormat; minutes: number; sentence: string }> =
  {
    'SEV-0': { format: 'full', minutes: 90, sentence: 'SEV-0 is reviewed live, with a full report.' },
    'SEV-1': { format: 'full', minutes: 90, sentence: 'SEV-1 is reviewed live, with a full report.' },
    'SEV-2': { format: 'short', minutes: 30, sentence: 'SEV-2 alone would point to a short review.' },
    'SEV-3': { format: 'async', minutes: 0, sentence: 'SEV-3 alone would point to an async review.' },
  }

export const isMajor = (severity: Severity | null): boolean => severity === 'SEV-0' || severity === 'SEV-1'

/** The longest meeting for what is not major. */
export const MOST_MINUTES_UNLESS_MAJOR = 60
/** From so many raising reasons on, a major incident gets the longest meeting. */
export const RAISES_FOR_TWO_HOURS = 3
/** From so many teams on, their number is a reason by itself. */
export const MANY_TEAMS = 3

export type ReasonFrom =
  | 'severity'
  | 'cause'
  | 'followUp'
  | 'teams'
  | 'stages'
  | 'sensitive'
  | 'security'
  | Signal
  | Lowering

export type RaiseRule = {
  from: ReasonFrom
  applies: (facts: Facts) => boolean
  sentence: (facts: Facts) => string
}

const onSignal = (from: Signal, sentence: string): RaiseRule => ({
  from,
  applies: ({ signals }) => signals.includes(from),
  sentence: () => sentence,
})

/** Each raises the format by one step, whatever the severity. */
export const raiseRules: readonly RaiseRule[] = [
  {
    from: 'cause',
    applies: ({ causeKnown }) => causeKnown === 'partly' || causeKnown === 'no',
    sentence: ({ causeKnown }) =>
      causeKnown === 'no' ? 'The cause is not known yet.' : 'The cause is only partly known.',
  },
  {
    from: 'teams',
    applies: ({ teams }) => (teams ?? 0) >= MANY_TEAMS,
    sentence: ({ teams }) => `${capitalised(numberInWords(teams ?? 0))} teams hold pieces of it.`,
  },
  onSignal('customers', 'Customers were affected.'),
  onSignal('business', 'It cost the business something.'),
  onSignal('reliability', 'It used up reliability we had promised.'),
  onSignal('data', 'Data was lost, wrong or exposed.'),
  {
    from: 'security',
    applies: ({ sensitivities }) => sensitivities.includes('security'),
    sentence: () => 'It has a security side.',
  },
  {
    from: 'sensitive',
    applies: ({ sensitivities }) => sensitivities.some((kind) => kind !== 'security'),
    sentence: () => 'It touches personal, legal or contractual matters.',
  },
  onSignal('nearMiss', 'It came close to being much worse.'),
  onSignal('novelty', 'Nothing like it has been seen before.'),
  onSignal('recurrence', 'Something like it has happened before.'),
  onSignal('surprise', 'It surprised people who know the system.'),
  onSignal('confusion', 'There was much discussion or confusion about it.'),
  onSignal('slowEscalation', 'Reaching the right people took longer than hoped.'),
  onSignal('badTiming', 'It came at a bad time.'),
  onSignal('interest', 'Somebody would like to understand it better.'),
]

export type LowerRule = {
  from: ReasonFrom
  applies: (facts: Facts) => boolean
  /** At most this; null where it lowers nothing at this severity. */
  atMost: (severity: Severity | null) => ReviewFormat | null
  sentence: string
}

const impacts: readonly Signal[] = ['customers', 'business', 'reliability', 'data']
const onLowering = (
  from: Lowering,
  sentence: string,
  atMost: LowerRule['atMost'] = unlessMajor('logEntry'),
): LowerRule => ({ from, applies: ({ lowerings }) => lowerings.includes(from), sentence, atMost })

/** What may take less of everybody's time. A major incident is reviewed, unless it was none. */
export const lowerRules: readonly LowerRule[] = [
  onLowering('falsePositive', 'It was a false alarm: nothing had happened.', () => 'none'),
  onLowering('knownIssue', 'The same issue is known, and its fix is under way.'),
  {
    ...onLowering('noImpact', 'It had no impact of any kind.'),
    applies: ({ lowerings, signals }) =>
      lowerings.includes('noImpact') && !signals.some((signal) => impacts.includes(signal)),
  },
  onLowering('isolated', 'It was minor and isolated, and does not recur.'),
  onLowering('restatesTicket', 'A review would only say again what a ticket says.'),
  {
    from: 'followUp',
    applies: ({ causeKnown, isFollowUpObvious }) => causeKnown === 'yes' && isFollowUpObvious === true,
    atMost: (severity) => (severity === 'SEV-2' ? 'async' : unlessMajor('logEntry')(severity)),
    sentence: 'The cause is understood and what follows from it is clear.',
  },
]

function unlessMajor(format: ReviewFormat): LowerRule['atMost'] {
  return (severity) => (isMajor(severity) ? null : format)
}

const capitalised = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase())
