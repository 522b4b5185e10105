export type CalendarEntry = {
  /** The same for every file of one meeting: by it a calendar knows what it has already. */
  uid: string
  /** Higher with each change, so that a calendar takes the newer over. */
  sequence: number
  /** When this was written, in ms, like the next two. */
  writtenAt: number
  startsAt: number
  endsAt: number
  title: string
  description: string
  link: string
}

/** One meeting as a calendar file (RFC 5545). Instants in UTC: no zone rules have to go along, and none can be wrong. */
export const calendarFile = (entry: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Candor//Candor//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${inUtc(entry.writtenAt)}`,
    `DTSTART:${inUtc(entry.startsAt)}`,
    `DTEND:${inUtc(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(entry.link)}`,
    `URL:${entry.link}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

/** `20260312T130000Z` */
const inUtc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Of text; a line break is two letters, and what no text may hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

const MOST_BYTES = 75
const bytes = new TextEncoder()

/** Lines have up to 75 bytes; what goes on begins with a space. No sign is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let length = 0
  for (const sign of line) {
    const more = bytes.encode(sign).length
    if (length + more > MOST_BYTES) {
      lines.push(current)
      current = ' '
      length = 1
    }
    current += sign
    length += more
  }
  return [...lines, current].join('\r\n')
}
