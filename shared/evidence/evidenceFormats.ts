import type { EvidenceFormat } from './evidenceFormat.ts'
import { slack } from './formats/slack.ts'
import { teams } from './formats/teams.ts'

/** In the order they are asked: what has the most telling marks first, pasted text last, since it takes any text. */
export const evidenceFormats: readonly EvidenceFormat[] = [slack, teams]
