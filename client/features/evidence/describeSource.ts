import { evidenceNeeds } from '../../../shared/evidence/evidenceDraft.ts'
import type { EvidenceNote } from '../../../shared/evidence/evidenceFormat.ts'
import { formatInWords } from '../../../shared/evidence/evidenceFormats.ts'
import type { MaskedFile } from '../../../shared/evidence/masking/maskFiles.ts'
import type { EvidenceReading } from '../../../shared/evidence/readEvidence.ts'
import type { EvidenceSource } from './evidenceMessages.ts'

/** Beyond this many problems nobody reads on; they are counted. */
const MOST_PROBLEMS = 100
const MOST_ACTORS = 200

/** What one file or folder came to, from all that was read in it. */
export function describeSource(
  name: string,
  readings: readonly EvidenceReading[],
  files: readonly MaskedFile[],
  isTooLarge: boolean,
): EvidenceSource {
  const drafts = readings.flatMap((reading) => reading.drafts)
  const asked = new Set(drafts.flatMap(({ needs }) => needs))
  const format = readings.find((reading) => reading.format !== null)?.format ?? null
  const problems = readings
    // What has no words, and a list of users, is no evidence and no problem where the rest was read.
    .filter((reading) => reading.drafts.length > 0 || format === null || reading.format !== null)
    .flatMap((reading) =>
      reading.problems.map((problem) => ({ ...problem, of: reading.within ?? reading.path })),
    )
  const leftOut = files.flatMap((file) => file.leftOut)
  const unread = whyUnread({ isTooLarge, isUnreadable: files.some((file) => file.isUnreadable) })
  return {
    name,
    format,
    label: formatInWords(format),
    draftCount: drafts.length,
    needs: evidenceNeeds.filter((need) => asked.has(need)),
    written: drafts.find(({ needs, written }) => needs.length > 0 && written !== null)?.written ?? null,
    problems:
      unread === null
        ? problems.slice(0, MOST_PROBLEMS)
        : [{ of: name, line: null, path: null, problem: unread }],
    notes: [
      ...notesOf(readings),
      ...(leftOut.length > 0
        ? [{ about: 'leftOut' as const, note: `Not kept, because they are no text: ${inWords(leftOut)}.` }]
        : []),
    ],
    actors: actorsIn(drafts),
  }
}

function whyUnread({
  isTooLarge,
  isUnreadable,
}: {
  isTooLarge: boolean
  isUnreadable: boolean
}): string | null {
  if (isTooLarge) return 'is larger than what can be read in a browser; a part of it may do'
  return isUnreadable ? 'is no text, so nothing in it can be read or masked' : null
}

/** What files of a zip say alike is said once; what some say of themselves alone, with their names. */
function notesOf(readings: readonly EvidenceReading[]): EvidenceNote[] {
  const said = readings.flatMap(({ within, drafts, notes }) =>
    notes.map(({ about, note }) => ({ about, note, of: drafts.length === 0 ? within : null })),
  )
  return [...Map.groupBy(said, ({ note }) => note).values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const files = alike.flatMap(({ of }) => of ?? [])
    const isOfSome = files.length === alike.length && files.length < readings.length
    return [{ about: first.about, note: isOfSome ? `${inWords(files)}: ${first.note}` : first.note }]
  })
}

const inWords = (names: readonly string[]) =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`

function actorsIn(drafts: readonly { actor: string | null }[]): string[] {
  const counts = new Map<string, number>()
  for (const { actor } of drafts)
    if (actor !== null && !actor.includes('•••')) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_ACTORS)
    .map(([actor]) => actor)
}
