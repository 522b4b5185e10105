import { zipSync, zlibSync } from 'fflate'
import { maskEvidence, noMaskChoices } from '../../../shared/evidence/masking/maskEvidence.ts'
import type { MaskedFile } from '../../../shared/evidence/masking/maskFiles.ts'
import { keepEvidenceEndpoint } from '../../../shared/wire/evidence.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import { callApi } from '../../room/callApi.ts'
import { inBase64, sendableName } from '../../room/sendableFile.ts'
import type { EvidenceAsk, KeptSource } from './evidenceMessages.ts'
import { sourceOf } from './sourceOf.ts'

type Keep = Extract<EvidenceAsk, { ask: 'keep' }>

/** Sends the masked originals of these sources, one after the other, and stops at the first the server refuses. */
export async function keepSources(
  { postmortemId, sources, names }: Keep,
  files: readonly MaskedFile[],
): Promise<{ kept: KeptSource[]; problem: Problem | null }> {
  const kept: KeptSource[] = []
  // What a file is called can hold an address or a name, too.
  const masked = (name: string) => maskEvidence(name, { ...noMaskChoices, names }).text
  for (const { name: source, format, draftCount } of sources) {
    const ofSource = files.filter(({ path }) => sourceOf(path) === source)
    const { name, content } = asOneFile(source, ofSource, masked)
    const keptName = sendableName(masked(name), 'evidence')
    const answer = await callApi(keepEvidenceEndpoint, {
      params: { postmortemId },
      body: {
        name: keptName,
        format,
        readCount: draftCount,
        maskedCount: ofSource.reduce((sum, { maskedCount }) => sum + maskedCount, 0),
        deflated: inBase64(zlibSync(content)),
      },
    })
    if (!answer.ok) return { kept, problem: answer.problem }
    kept.push({ source, name: keptName, evidenceId: answer.value.evidenceId })
  }
  return { kept, problem: null }
}

/** A folder goes as a zip of what is in it. */
function asOneFile(
  source: string,
  files: readonly MaskedFile[],
  masked: (name: string) => string,
): { name: string; content: Uint8Array } {
  const [only] = files
  if (files.length === 1 && only?.path === source) return { name: source, content: only.content }
  const entries = Object.fromEntries(files.map(({ path, content }) => [masked(path), content]))
  return { name: `${source}.zip`, content: zipSync(entries, { mtime: new Date('2000-01-01T00:00:00') }) }
}
