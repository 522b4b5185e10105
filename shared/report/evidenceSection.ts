import { markdownLink } from '../content/notes.ts'
import { momentWithDay } from '../time/momentInWords.ts'
import { oneLine } from './prose.ts'
import type { ReportInput, ReportOriginal } from './reportInput.ts'

/** As many characters of a hash tell two files apart for anybody who compares them. */
const SHORT_HASH = 12

/** What people brought along, as it was kept: enough to find each original again and to see that it is the same. */
export function evidenceSection(originals: ReportInput['originals'], zone: string): string[] {
  if (originals === null) return []
  const lines = originals.map((original) => originalLine(original, zone))
  return [`## Evidence\n\n${lines.length > 0 ? lines.join('\n') : 'No evidence was imported.'}`]
}

function originalLine(original: ReportOriginal, zone: string): string {
  const { name, label, at, by, readCount, takenCount, maskedCount, hash, address } = original
  const counts = [
    readCount === null ? 'how many things were read was not noted' : `${readCount} read`,
    `${takenCount} taken`,
    ...(maskedCount === null ? [] : [`${maskedCount} masked`]),
  ]
  const imported = `imported ${momentWithDay({ at, precision: 'minute' }, zone)} by ${oneLine(by.name)}`
  const kind = label === null ? '' : ` (${oneLine(label)})`
  return `- ${markdownLink(oneLine(name), address)}${kind}: ${imported}; ${counts.join(', ')}; SHA-256 \`${hash.slice(0, SHORT_HASH)}\``
}
