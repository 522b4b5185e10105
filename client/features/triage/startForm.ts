import { ok, type Result, refuse } from '../../../shared/result.ts'
import { readTypedTime } from '../../../shared/time/typedTime.ts'
import { type Facts, NOTICED_TOO_EARLY, RESOLVED_TOO_EARLY } from '../../../shared/triage/facts.ts'
import type { StartDraft } from '../../device/keptStart.ts'
import { readCircumstances } from './circumstancesForm.ts'

export const emptyStart: StartDraft = {
  title: '',
  services: [],
  began: '',
  noticed: '',
  resolved: '',
  severity: null,
  teams: '',
  causeKnown: null,
  isFollowUpObvious: null,
  signals: [],
  lowerings: [],
  sensitivities: [],
  format: null,
  minutes: null,
  reason: '',
  beginsWithInitial: true,
  isRestricted: false,
}

export type StartField = 'title' | 'began' | 'noticed' | 'resolved' | 'teams' | 'reason'
export type StartProblems = Partial<Record<StartField, string>>

type ReadStart = { facts: Facts; problems: StartProblems }

/** Reads the fields. A field with a problem tells no fact; all problems come back at once, each under its field. */
export function readStart(draft: StartDraft, { zone, now }: { zone: string; now: number }): ReadStart {
  const began = readTime(draft.began, { zone, near: now, now })
  const near = began.ok && began.value !== null ? began.value : now
  const noticed = notBefore(readTime(draft.noticed, { zone, near, now }), began, NOTICED_TOO_EARLY)
  const resolved = notBefore(readTime(draft.resolved, { zone, near, now }), began, RESOLVED_TOO_EARLY)
  const { circumstances, problem } = readCircumstances(draft)
  const problems: StartProblems = {
    ...(draft.title.trim() === '' && { title: 'Give it a title.' }),
    ...(!began.ok && { began: began.problem }),
    ...(!noticed.ok && { noticed: noticed.problem }),
    ...(!resolved.ok && { resolved: resolved.problem }),
    ...(problem !== null && { teams: problem }),
  }
  const { severity, services } = draft
  const facts: Facts = {
    severity,
    services,
    beganAt: factOf(began),
    noticedAt: factOf(noticed),
    resolvedAt: factOf(resolved),
    ...circumstances,
  }
  return { facts, problems }
}

type Read = Result<number | null, string>

const factOf = (read: Read): number | null => (read.ok ? read.value : null)

export function readTime(
  typed: string,
  { zone, near, now }: { zone: string; near: number; now: number },
): Read {
  if (typed.trim() === '') return ok(null)
  const read = readTypedTime(typed, { zone, near })
  if (!read.ok) return read
  return read.value > now
    ? refuse('That is still to come. If it was another day, write the day too: 2026-03-10 14:31.')
    : read
}

const notBefore = (read: Read, began: Read, sentence: string): Read =>
  read.ok && began.ok && read.value !== null && began.value !== null && read.value < began.value
    ? refuse(sentence)
    : read
