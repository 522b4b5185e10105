import { findMoments, type WrittenMoment } from '../writing/writtenMoments.ts'

export type ChatHeader = { name: string | null; moment: WrittenMoment; written: string }

const level =
  /^(?:[\w.-]*\.)?(?:trace|debug|info|notice|warn(?:ing)?|error|crit(?:ical)?|alert|emerg|fatal|panic|log)$/i
const named = /^\s*(?:[-–—]\s+)?([\p{L}~@+][^:\n<>[\]{}=]{0,50}):\s+(\S[\s\S]*)$/u
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
  /^\s*(?:\(?edited\)?|\(?bearbeitet\)?|new|neu|\d{1,3}|\d+ repl(?:y|ies)|\d+ antwort(?:en)?|last reply .*|view thread|view newer replies|also sent to the channel|replied to a thread:?.*|:[\w+-]+:(?::[\w-]+:)?(?:\s*\d+)?|app|pinned by .*|has joined|reply|react|copy link)\s*$/i
export const isChatNoise = (line: string): boolean => noise.test(line)

const MOST_HEADER = 120

/** A line that ends with a time and is otherwise a name, or a time alone: above a message of Slack, Teams or Discord. */
export function chatHeader(line: string): ChatHeader | null {
  if (line.length > MOST_HEADER) return null
  const text = line.replace(/\s*(?:Uhr|\(edited\)|\(bearbeitet\))\s*$/i, '').trimEnd()
  const moment = findMoments(text)[0]
  if (!moment || moment.until || !/^\s*[)\]]?\s*$/.test(text.slice(moment.end))) return null
  const before = text.slice(0, moment.start)
  const name = before
    .replace(/[\s[(|,•·–—-]*(?:(?:today|yesterday|heute|gestern)(?: at| um)?\s*)?$/i, '')
    .replace(/\s+app$/i, '')
    .trim()
  const written = text.slice(moment.start, moment.end)
  if (name === '') return { name: null, moment, written }
  return isName(name) ? { name, moment, written } : null
}

export const isName = (text: string): boolean =>
  /^[\p{L}@~][^!?;:<>{}=|#*]{0,59}$/u.test(text.trim()) &&
  text.trim().split(/\s+/).length <= 5 &&
  !/[.,]$/.test(text.trim())

/** Whether there is more between name and time than the blank of a sentence. */
const isSetApart = (line: string): boolean =>
  /\S(?:\s{2,}|\t|\s[—–•|]\s|\s\[)\s?(?:\p{L}+ (?:at )?)?[\d/., ]*\d{1,2}[:.]\d\d/u.test(line)

/** Whether a text is a chat as it was copied: names with times above messages, not times with words behind them. */
export function isChatCopy(lines: readonly string[]): boolean {
  const headers = lines.filter((line) => chatHeader(line)?.name)
  if (headers.length === 0)
    return lines.length > 2 && lines.some((line, at) => isNameThenTime(lines, at) && line !== '')
  const others = lines.filter((line) => {
    const moment = findMoments(line)[0]
    return moment && moment.start < 12 && !chatHeader(line)
  })
  return headers.some(isSetApart)
    ? headers.length >= others.length
    : headers.length >= 2 && headers.length > others.length
}

/** Newer copies put the name on a line of its own, and the time, set in or with am or pm, under it. */
export function isNameThenTime(lines: readonly string[], at: number): boolean {
  const header = chatHeader(lines[at + 1] ?? '')
  const line = lines[at] ?? ''
  const isTime =
    header !== null &&
    header.name === null &&
    (header.moment.clock?.half !== null || /^\s/.test(lines[at + 1] ?? ''))
  return (
    isTime &&
    isName(line) &&
    !/^\s/.test(line) &&
    (at === 0 || (lines[at - 1] ?? '').trim() === '' || isChatNoise(lines[at - 1] ?? ''))
  )
}
