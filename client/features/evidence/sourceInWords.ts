import type { EvidenceSource } from './evidenceMessages.ts'

/** Many tools write these; the file's name tells more. */
const ofNoTool = ['plain-csv', 'pasted-text']

/** What a source is called beside an event: the tool, or else what it was kept as. */
export function sourceInWords({ format, label }: EvidenceSource, keptName: string): string {
  const isOfTool = format !== null && label !== null && !ofNoTool.includes(format)
  return isOfTool ? label : keptName.replace(/\.txt$/, '')
}
