import type { EvidenceFormat } from './evidenceFormat.ts'
import { evidenceFormats } from './evidenceFormats.ts'
import type { EvidenceInput } from './evidenceInput.ts'
import type { JsonDocument } from './readJson.ts'

export const formatOf = (input: EvidenceInput): EvidenceFormat | undefined =>
  evidenceFormats.find(({ recognises }) => recognises(input))

/**
 * One input for each tool whose payloads are in a file: whoever takes in webhooks logs those of all tools. What none of
 * them knows stays with the first, which names it.
 */
export function inputsByFormat(input: EvidenceInput): EvidenceInput[] {
  if (input.documents.length < 2) return [input]
  const first = formatOf(input)
  if (!first) return [input]
  const alone = (document: JsonDocument): EvidenceInput => ({ ...input, text: '', documents: [document] })
  const documentsByFormat = Map.groupBy(input.documents, (document) => {
    const one = alone(document)
    return first.recognises(one) ? first : (formatOf(one) ?? first)
  })
  if (documentsByFormat.size === 1) return [input]
  const own = documentsByFormat.get(first) ?? []
  documentsByFormat.delete(first)
  const others = [...documentsByFormat.values()].map((documents) => ({
    ...input,
    documents,
    problems: [],
    notes: [],
  }))
  return [{ ...input, documents: own }, ...others]
}
