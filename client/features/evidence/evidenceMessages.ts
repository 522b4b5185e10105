import type { EventKind } from '../../../shared/evidence/eventKinds.ts'
import type { EvidenceAnswers, EvidenceDraft, EvidenceNeed } from '../../../shared/evidence/evidenceDraft.ts'
import type { EvidenceNote, EvidenceProblem } from '../../../shared/evidence/evidenceFormat.ts'
import type { MaskedValue } from '../../../shared/evidence/masking/maskEvidence.ts'
import type { Suggestion } from '../../../shared/evidence/suggestPlace.ts'
import type { EvidenceId, PostmortemId } from '../../../shared/ids.ts'
import type { Problem } from '../../../shared/wire/problem.ts'

/** A file as it was dropped, chosen or pasted. Its path begins with its folder if it came in one. */
export type GivenFile = { path: string; content: File | string }

/** What the person says about the sources, by the name of each. */
export type ReadSettings = {
  answers: Readonly<Record<string, EvidenceAnswers>>
  offsetsMs: Readonly<Record<string, number>>
  names: readonly string[]
  masksAddresses: boolean
  /** Masked values to show after all. */
  shown: readonly string[]
  /** Sources that were put away again. */
  without: readonly string[]
}

/** To the worker, which alone holds what is not masked. */
export type EvidenceAsk =
  | { ask: 'read'; run: number; given: readonly GivenFile[]; settings: ReadSettings }
  | { ask: 'settle'; run: number; settings: ReadSettings }
  | {
      ask: 'keep'
      run: number
      postmortemId: PostmortemId
      sources: readonly Pick<EvidenceSource, 'name' | 'format' | 'draftCount'>[]
      names: readonly string[]
    }

/** One file, one folder or one paste. */
export type EvidenceSource = {
  name: string
  /** As in `slack-export`; null where nothing in it was recognised. */
  format: string | null
  /** As in `Slack export`; null where nothing in it was recognised. */
  label: string | null
  draftCount: number
  /** What was asked at first, whatever has been answered since. */
  needs: readonly EvidenceNeed[]
  /** A time as it is written, to show beside the question. */
  written: string | null
  problems: readonly (EvidenceProblem & { of: string })[]
  notes: readonly EvidenceNote[]
  /** People who speak in it, to choose whose name is masked; the most talkative first. */
  actors: readonly string[]
}

/** One thing that is offered, with no more of it than the page needs. */
export type OfferRow = Pick<
  EvidenceDraft,
  'at' | 'precision' | 'text' | 'actor' | 'kindHint' | 'place' | 'edited' | 'deleted' | 'count' | 'written'
> & {
  identity: string
  source: string
  alsoFrom: readonly { identity: string; source: string }[]
  suggestion: Suggestion
  needsAnswer: boolean
  isReply: boolean
  /** Whether the text was longer than one record holds. */
  isCut: boolean
}

/** What a reading came to, apart from its rows. */
export type ReadSummary = {
  sources: readonly EvidenceSource[]
  masked: readonly MaskedValue[]
  kinds: readonly EventKind[]
  /** What to choose beforehand; nothing where that would be too much for anybody to look through. */
  suggested: readonly string[]
}

/** `name` is what it is kept as, masked like everything else. */
export type KeptSource = { source: string; name: string; evidenceId: EvidenceId }

/** Where one source stands while all are read: `done` of its files are masked, `count` things were found in it. */
export type SourceStep =
  | { is: 'waiting' }
  | { is: 'masking'; done: number; of: number }
  | { is: 'reading' | 'read'; count: number }
export type SourceProgress = { name: string } & SourceStep

/** From the worker. Rows come in portions: a page that takes fifty thousand at once stands still for it. */
export type EvidenceTold = { run: number } & (
  | { told: 'progress'; sources: readonly SourceProgress[] }
  | { told: 'rows'; rows: readonly OfferRow[] }
  | ({ told: 'read' } & ReadSummary)
  | { told: 'kept'; kept: readonly KeptSource[]; problem: Problem | null }
  | { told: 'failed' }
)
