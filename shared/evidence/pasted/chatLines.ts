import { findMoments, type WrittenMoment } from '../writing/writtenMoments.ts'

export type ChatHeader = { name: string | null; moment: WrittenMoment; written: string }

const level =
  /^(?:[\w.-]*\.)?(?:trace|debug|info|notice|warn(?:ing)?|error|crit(?:ical)?|alert|emerg|fatal|panic|log)$/i
const named = /^\s*(?:[-–—]\s+)?([\p{L}~@+][^:\n<>[\]{}=]{0,50}):(?:\s+(\S[\s\S]*)|\s*)$/u
const nick = /^\s*<[@+~ ]?([^<>\s]{1,40})>\s+([\s\S]*)$/u

/** `Name: words` or `<nick> words`, as chats put it behind the time; null for a level of a log, or a sentence. */
export function speakerIn(rest: string): { name: string; words: string } | null {
  const found = nick.exec(rest) ?? named.exec(rest)
  const [, name = '', words = ''] = found ?? []
  if (!found || level.test(name.trim()) || name.trim().split(/\s+/).length > 5) return null
  return { name: name.trim(), words }
}

/** What chats add around messages when they are copied. */
const noise =
  /^\s*(?:\(?edited\)?|\(?bearbeitet\)?|new(?: messages?)?|neu|\d{1,3}|\d+ repl(?:y|ies).*|\d+ antwort(?:en)?.*|last reply .*|view thread|view newer replies|also sent to the channel|replied to a thread:?.*|(?::[\w+-]+:\s*(?:\d+\s*)?)+|app|pinned by .*|has joined|reply|react|copy link)\s*$/i
export const isChatNoise = (line: string): boolean => noise.test(line)

const replies = /^\s*\d+ (?:repl(?:y|ies)|antwort(?:en)?)\b/i
const emojiOnly = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\s|:[\w+-]+:)+$/u

/** When a thread was last answered stands between its count of replies and the way to it; a reaction above its number. */
export function isCountedThing(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  const next = lines[at + 1] ?? ''
  if (emojiOnly.test(line) && line.trim() !== '') return /^\s*\d{1,3}\s*$/.test(next)
  return (
    chatHeader(line)?.name === null && (replies.test(lines[at - 1] ?? '') || /^\s*view thread/i.test(next))
  )
}

const MOST_HEADER = 120
/** Most lines do not, and need no closer look. */
const endsLikeTime = /(?:\d|[ap]\.?\s?m\.?|Uhr|h|[)\]])\s*$/i

/** A line that ends with a time and is otherwise a name, or a time alone: above a message of Slack, Teams or Discord. */
export function chatHeader(line: string): ChatHeader | null {
  if (line.length > MOST_HEADER || !endsLikeTime.test(line)) return null
  const text = line.replace(/\s*(?:Uhr|\(edited\)|\(bearbeitet\))\s*$/i, '').trimEnd()
  const moment = findMoments(text)[0]
  if (!moment || moment.until || !/^\s*[)\]]?\s*$/.test(text.slice(moment.end))) return null
  const before = text.slice(0, moment.start)
  const name = before
    .replace(/[\s[(|,•·–—-]*(?:(?:today|yesterday|heute|gestern)(?: at| um)?\s*)?$/i, '')
    .replace(/\s+app$/i, '')
    .replace(/:[\w+-]+:|\p{Extended_Pictographic}\ufe0f?/gu, '') // the status beside a name
    .trim()
  const written = text.slice(moment.start, moment.end)
  if (name === '') return { name: null, moment, written }
  const isHeading = moment.zone === null // chats show the clock of whoever reads
  return isHeading &&
    isName(name) &&
    !/\s(?:at|by|from|since|until|around|um|gegen|seit|ab|vers|à)$/i.test(name)
    ? { name, moment, written }
    : null
}

export const isName = (text: string): boolean =>
  /^[\p{L}@~][^!?;:<>{}=|#*]{0,59}$/u.test(text.trim()) &&
  text.trim().split(/\s+/).length <= 5 &&
  !/[.,]$/.test(text.trim())

/** `Mei Lin`, `Sam Osei (Guest)`, `Ana de Souza`: a name that no sentence looks like. */
export const isFullName = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|de|da|del|van|von|der|den|la|bin|al)){1,4}(?:\s\([^()]{1,30}\))?$/u.test(
    text.trim(),
  )

/** Whether each of several times that stand alone has a full name above it. */
export function isNameAboveTimes(lines: readonly string[]): boolean {
  const times = lines.flatMap((line, at) => (chatHeader(line)?.name === null ? at : []))
  return times.length > 1 && times.every((at) => isFullName(lines[at - 1] ?? ''))
}

/** Whether there is more between name and time than the blank of a sentence. */
const isSetApart = (line: string): boolean =>
  /\S(?:\s{2,}|\t|\s[—–•|]\s|\s\[)\s?(?:\p{L}+ (?:at )?)?[\d/., ]*\d{1,2}[:.]\d\d/u.test(line)

/** How the messages of a chat are headed: a name and its time set apart from it, just behind it, or below it. */
export type ChatStyle = 'apart' | 'behind' | 'below'

/** Of a chat as it was copied, names with times above messages; null for times with words behind them. */
export function chatStyle(lines: readonly string[], hasNamesAbove: boolean): ChatStyle | null {
  if (lines.length > 2 && lines.some((_, at) => isNameThenTime(lines, at, hasNamesAbove))) return 'below'
  const named = lines.filter((line) => chatHeader(line)?.name)
  const isHeader = named.some(isSetApart) ? isSetApart : () => true
  const headed = lines.map((line) => Boolean(chatHeader(line)?.name) && isHeader(line))
  const headers = headed.filter(Boolean).length
  const withWords = lines.filter((_, at) => headed[at] && !headed[at + 1] && lines[at + 1]?.trim()).length
  if (headers === 0 || withWords * 3 < headers * 2) return null
  const others = lines.filter((line) => {
    const moment = findMoments(line)[0]
    return moment && moment.start < 12 && !chatHeader(line)
  }).length
  if (named.some(isSetApart)) return headers >= others ? 'apart' : null
  return headers >= 2 && headers > others ? 'behind' : null
}

/** In a chat that sets its times apart, a sentence that ends with a time heads no message. */
export const isOfStyle = ({ name }: ChatHeader, line: string, style: ChatStyle): boolean =>
  name === null || style === 'behind' || isSetApart(line) || /^app$/i.test(name)

/**
 * Newer copies put the name on a line of its own, and the time under it: set in, or with am or pm, which the times of
 * messages that follow have not. `hasNamesAbove`: all times of the text have a name above them.
 */
export function isNameThenTime(lines: readonly string[], at: number, hasNamesAbove: boolean): boolean {
  const header = chatHeader(lines[at + 1] ?? '')
  const line = lines[at] ?? ''
  if (header === null || header.name !== null || !isName(line) || /^\s/.test(line)) return false
  if (/^\s/.test(lines[at + 1] ?? '') || hasNamesAbove) return true
  const above = lines[at - 1] ?? ''
  const isApart = at === 0 || above.trim() === '' || isChatNoise(above)
  return header.moment.clock?.half !== null && (isApart || isFullName(line))
}
