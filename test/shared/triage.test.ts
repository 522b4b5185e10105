import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { severities } from '../../shared/guide/severities.ts'
import {
  type Facts,
  facts,
  lowerings,
  NOTICED_TOO_EARLY,
  noFacts,
  RESOLVED_TOO_EARLY,
  type Signal,
  sensitivities,
  signals,
} from '../../shared/triage/facts.ts'
import { agendaFor, recommend, type Verdict } from '../../shared/triage/recommend.ts'
import { type ReviewFormat, reviewFormats } from '../../shared/triage/reviewFormats.ts'
import { raiseRules } from '../../shared/triage/triageRules.ts'
import { verdictInWords } from '../../shared/triage/verdictInWords.ts'

const given = (known: Partial<Facts>): Facts => ({ ...noFacts, ...known })
const formatOf = (known: Partial<Facts>) => recommend(given(known))?.format ?? null
const reasonsFrom = (known: Partial<Facts>) =>
  (recommend(given(known))?.reasons ?? []).map(({ sign, from }) => `${sign}${from}`)
const settled = { causeKnown: 'yes', isFollowUpObvious: true } as const

describe('the lines of the guide', () => {
  test.each<[string, Partial<Facts>, ReviewFormat, number, 1 | 2]>([
    ['SEV-0: full live meeting in two stages', { severity: 'SEV-0' }, 'full', 90, 2],
    ['SEV-1: full live meeting in two stages', { severity: 'SEV-1' }, 'full', 90, 2],
    ['SEV-1, although cause and follow-up are clear', { severity: 'SEV-1', ...settled }, 'full', 90, 2],
    ['SEV-1, although the issue is known', { severity: 'SEV-1', lowerings: ['knownIssue'] }, 'full', 90, 2],
    ['SEV-2: a live meeting of 30 minutes', { severity: 'SEV-2' }, 'short', 30, 1],
    ['SEV-2 with much to learn: an hour', { severity: 'SEV-2', signals: ['surprise'] }, 'full', 60, 1],
    ['SEV-2, cause understood, follow-up obvious: async', { severity: 'SEV-2', ...settled }, 'async', 0, 1],
    ['SEV-2, cause understood only', { severity: 'SEV-2', causeKnown: 'yes' }, 'short', 30, 1],
    ['SEV-3: async', { severity: 'SEV-3' }, 'async', 0, 1],
    [
      'SEV-3, clear action, no open question: a short entry',
      { severity: 'SEV-3', ...settled },
      'logEntry',
      0,
      1,
    ],
    ['a false positive', { severity: 'SEV-2', lowerings: ['falsePositive'] }, 'none', 0, 1],
    [
      'a false positive that paged as SEV-1',
      { severity: 'SEV-1', lowerings: ['falsePositive'] },
      'none',
      0,
      1,
    ],
    ['minor, isolated, not recurring', { severity: 'SEV-3', lowerings: ['isolated'] }, 'logEntry', 0, 1],
    ['a known issue being fixed', { severity: 'SEV-2', lowerings: ['knownIssue'] }, 'logEntry', 0, 1],
    ['no impact of any kind', { severity: 'SEV-2', lowerings: ['noImpact'] }, 'logEntry', 0, 1],
    ['would only restate a ticket', { severity: 'SEV-3', lowerings: ['restatesTicket'] }, 'logEntry', 0, 1],
    ['a known issue, severity not decided', { lowerings: ['knownIssue'] }, 'logEntry', 0, 1],
  ])('%s', (_line, known, format, minutes, stages) => {
    expect(recommend(given(known))).toMatchObject({ format, minutes, stages })
  })

  test('with too little to go by there is no verdict', () => {
    expect(recommend(noFacts)).toBeNull()
    expect(recommend(given({ services: ['checkout-api'], causeKnown: 'yes', teams: 2 }))).toBeNull()
  })

  test('severity alone sets the base, and says so', () => {
    for (const severity of severities)
      expect(recommend(given({ severity }))?.reasons[0]).toMatchObject({
        sign: '=',
        from: 'severity',
        sentence: expect.stringContaining(severity),
      })
  })

  test('no impact counts for nothing beside an impact', () => {
    const known = { severity: 'SEV-2', lowerings: ['noImpact'], signals: ['customers'] } as const
    expect(reasonsFrom({ ...known, lowerings: ['noImpact'], signals: ['customers'] })).toEqual([
      '=severity',
      '+customers',
    ])
  })
})

describe('each signal raises the format with a sentence of its own', () => {
  const ways: [string, Partial<Facts>][] = [
    ...signals.map((signal): [string, Partial<Facts>] => [signal, { signals: [signal] }]),
    ['cause', { causeKnown: 'no' }],
    ['cause', { causeKnown: 'partly' }],
    ['teams', { teams: 3 }],
    ['security', { sensitivities: ['security'] }],
    ...sensitivities
      .filter((kind) => kind !== 'security')
      .map((kind): [string, Partial<Facts>] => ['sensitive', { sensitivities: [kind] }]),
  ]
  test.each(ways)('%s %j', (from, known) => {
    expect(reasonsFrom({ severity: 'SEV-3', ...known })).toContain(`+${from}`)
    expect(formatOf({ severity: 'SEV-3', ...known })).toBe('short')
    expect(formatOf({ severity: 'SEV-2', ...known })).toBe('full')
    expect(formatOf({ severity: 'SEV-3', ...settled, ...known })).not.toBe('none')
  })

  test('no two reasons share a sentence, and every signal has a rule', () => {
    const all = given({
      severity: 'SEV-2',
      causeKnown: 'no',
      teams: 4,
      signals: [...signals],
      sensitivities: [...sensitivities],
    })
    const said = raiseRules.map(({ sentence }) => sentence(all))
    expect(new Set(said).size).toBe(raiseRules.length)
    for (const signal of signals) expect(raiseRules.map(({ from }) => from)).toContain(signal)
  })

  test('two teams are no reason, three are', () => {
    expect(reasonsFrom({ severity: 'SEV-3', teams: 2 })).not.toContain('+teams')
    expect(recommend(given({ severity: 'SEV-3', teams: 3 }))?.reasons.at(-1)?.sentence).toBe(
      'Three teams hold pieces of it.',
    )
  })

  test('three reasons make the meeting of a major incident two hours long', () => {
    const minutes = (raising: Signal[]) => recommend(given({ severity: 'SEV-1', signals: raising }))?.minutes
    expect(minutes(['customers', 'surprise'])).toBe(90)
    expect(minutes(['customers', 'surprise', 'business'])).toBe(120)
  })
})

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  severity: fc.option(fc.constantFrom(...severities)),
  services: fc.constant([]),
  beganAt: fc.constant(null),
  noticedAt: fc.constant(null),
  resolvedAt: fc.constant(null),
  teams: fc.option(fc.nat(9)),
  causeKnown: fc.option(fc.constantFrom('yes', 'partly', 'no')),
  isFollowUpObvious: fc.option(fc.boolean()),
  signals: fc.subarray([...signals]),
  lowerings: fc.subarray([...lowerings]),
  sensitivities: fc.subarray([...sensitivities]),
})
/** More of everybody's time is more; no verdict is least. */
const weightOf = (verdict: Verdict | null) =>
  verdict ? reviewFormats.indexOf(verdict.format) * 1000 + verdict.minutes : -1

test('one more signal never lowers the recommendation', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...signals), (known, signal) => {
      const more = { ...known, signals: [...new Set([...known.signals, signal])] }
      expect(weightOf(recommend(more))).toBeGreaterThanOrEqual(weightOf(recommend(known)))
    }),
  )
})

test('the order in which facts are told changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, (known) => {
      const turned = {
        ...known,
        signals: known.signals.toReversed(),
        lowerings: known.lowerings.toReversed(),
        sensitivities: known.sensitivities.toReversed(),
      }
      expect(recommend(turned)).toEqual(recommend(known))
    }),
  )
})

test('every verdict can be said, and comes with a reason for each step', () => {
  fc.assert(
    fc.property(anyFacts, (known) => {
      const verdict = recommend(known)
      if (!verdict) return
      expect(verdict.reasons.length).toBeGreaterThan(0)
      for (const { sentence } of verdict.reasons) expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(verdictInWords(verdict)).toMatch(/^[A-Z].*\.$/)
      expect(verdict.minutes > 0).toBe(verdict.format === 'full' || verdict.format === 'short')
    }),
  )
})

test.each([
  [{ beganAt: 2_000, resolvedAt: 1_000 }, 'resolvedAt', RESOLVED_TOO_EARLY],
  [{ beganAt: 2_000, noticedAt: 1_000 }, 'noticedAt', NOTICED_TOO_EARLY],
])('what cannot be is refused beside its field: %j', (known, field, sentence) => {
  const parsed = facts.safeParse(given(known))
  expect(parsed.error?.issues).toMatchObject([{ path: [field], message: sentence }])
  expect(facts.safeParse(given({ beganAt: 1_000, noticedAt: 1_000, resolvedAt: 1_000 })).success).toBe(true)
})

test.each([
  [0, '30'],
  [30, '30'],
  [60, '60'],
  [90, '90'],
  [120, '120'],
] as const)('%i minutes are met by the agenda %s', (minutes, template) => {
  expect(agendaFor(minutes)).toBe(template)
})
