import type { DatabaseSync } from 'node:sqlite'
import { readIncident, toldOf } from '../../shared/content/incident.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import type { Facts } from '../../shared/triage/facts.ts'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { readCircumstances } from './circumstancesRows.ts'

type FactsDependencies = { database: DatabaseSync; collaboration: Pick<Collaboration, 'readContent'> }

/** What is known this moment: the document tells of the incident, a row of its circumstances. */
export async function factsNow(
  { database, collaboration }: FactsDependencies,
  { postmortemId, title, severity }: PostmortemSummary,
): Promise<Facts> {
  const doc = await collaboration.readContent(postmortemId)
  const { title: _, ...told } = toldOf(readIncident(doc) ?? emptyDraft(title, severity).incident)
  doc.destroy()
  return { ...told, ...readCircumstances(database, postmortemId).circumstances }
}
