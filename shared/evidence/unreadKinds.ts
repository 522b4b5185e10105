const picture = 'is a picture. Attach it to an event instead'

/** How files begin that people bring along and that are no text, and what to bring instead. */
const kinds: readonly (readonly [beginning: string, problem: string])[] = [
  ['%PDF-', 'is a PDF, which is not read here. Copy its text and paste that'],
  ['{\\rtf', 'is formatted text (RTF), which is not read here. Save it as plain text'],
  ['\x89PNG', picture],
  ['\xff\xd8\xff', picture],
  ['GIF8', picture],
  ['\x1f\x8b', 'is compressed (gzip). Unpack it and bring what is in it'],
  ['PK\x03\x04', 'is a zip inside of a zip. Unpack the outer one and bring this one'],
  ['\xd0\xcf\x11\xe0', 'is a file of an older office program. Save it as CSV or as plain text'],
]

/** What to say of a file that is no text; null for any other. */
export function problemOfUnread(content: Uint8Array | string): string | null {
  const head = typeof content === 'string' ? content : String.fromCharCode(...content.subarray(0, 8))
  return kinds.find(([beginning]) => head.startsWith(beginning))?.[1] ?? null
}

/** What is in a zip of Excel, Word and their like, whatever else is. */
export const isOfficeFile = (names: readonly string[]): boolean => names.includes('[Content_Types].xml')
export const officeProblem =
  'is a spreadsheet or a document of an office program. Save it as CSV or as plain text and bring that'
