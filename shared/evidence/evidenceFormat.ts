import type { EvidenceAnswers, EvidenceDraft } from './evidenceDraft.ts'
import type { EvidenceInput } from './evidenceInput.ts'

/** Something that could not be read. The others of its file still are. */
export type EvidenceProblem = {
  /** Counted from 1. A reader of JSON gives `path` and leaves this null: `readEvidence` finds the line. */
  line: number | null
  /** Where in the JSON: document (0 unless the file is JSON lines), then keys and positions. */
  path: readonly (string | number)[] | null
  problem: string
}

export type EvidenceNote = {
  /**
   * `incomplete`: the source has more than this file (`more: true`, a next page); `repeated`: the same thing came
   * several times and counts once; `leftOut`: not evidence (drafts, tests); `assumed`: read in one of several ways.
   */
  about: 'incomplete' | 'repeated' | 'leftOut' | 'assumed'
  /** A sentence for whoever imports. */
  note: string
}

export type EvidenceRead = { drafts: EvidenceDraft[]; problems: EvidenceProblem[]; notes: EvidenceNote[] }

/** One way tools write down what happened. Pure: the same input and answers give the same drafts. */
export type EvidenceFormat = {
  /** As in `slack-export`. */
  name: string
  /** As in `Slack export`. */
  label: string
  /** By what is inside, never by the file's name. Only what no other format has: the first to say yes reads. */
  recognises: (input: EvidenceInput) => boolean
  /**
   * Never throws, whatever the input; never drops a record without a problem or a note. A format whose files take seconds
   * tells meanwhile how many drafts it has.
   */
  read: (
    input: EvidenceInput,
    answers: EvidenceAnswers,
    onCount?: (draftCount: number) => void,
  ) => EvidenceRead
}

/** Rows or lines after which a format tells again how far it is. */
export const COUNT_EVERY = 1_000
