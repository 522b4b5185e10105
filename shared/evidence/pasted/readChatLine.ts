import {
  type ChatHeader,
  type ChatStyle,
  chatHeader,
  isChatNoise,
  isCountedThing,
  isNameThenTime,
  isOfStyle,
} from './chatLines.ts'
import { namesOtherDay } from './otherDay.ts'
import { openAt, type PastedReading } from './pastedReading.ts'

/** In a chat, a name with a time, or a time alone, stands above each message. */
export function readChatLine(
  reading: PastedReading,
  line: string,
  position: number,
  style: ChatStyle,
): boolean {
  if (/^\W*\p{L}+\W*$/u.test(line) && namesOtherDay(line)) {
    reading.day.lose() // `Yesterday`, between two messages
    return true
  }
  if (isCountedThing(reading.lines, position)) return true
  if (isNameThenTime(reading.lines, position, reading.hasNamesAbove)) {
    reading.speaker = /^\s*app\s*$/i.test(line) ? nameAbove(reading, position) : line.trim()
    return true
  }
  const header = chatHeader(line)
  if (header && isOfStyle(header, line, style)) {
    readHeader(reading, header, line, position)
    return true
  }
  if (/\(edited\)|\(bearbeitet\)/i.test(line) && reading.open && isChatNoise(line))
    reading.open.lines.push(line)
  return isChatNoise(line)
}

function readHeader(
  reading: PastedReading,
  { name, moment, written }: ChatHeader,
  line: string,
  position: number,
): void {
  if (moment.date === null && namesOtherDay(line)) reading.day.lose()
  const isApp = name !== null && /^app$/i.test(name)
  reading.speaker = isApp ? nameAbove(reading, position) : (name ?? reading.speaker)
  const clock = moment.clock && name === null ? inSameHalf(reading, moment.clock) : moment.clock
  const settled = { ...moment, clock }
  reading.day.takeMoment(settled)
  openAt(reading, { moment: settled, written, position }, { actor: reading.speaker, isHeading: true })
}

/** The sign of an app stands between its name and the time, so the name was taken for words of the message before. */
function nameAbove({ open, lines }: PastedReading, position: number): string | null {
  const above = lines[position - 1] ?? ''
  if (open?.lines.at(-1) === above) open.lines.pop()
  return above.trim() || null
}

/** A time alone follows the one above it, so without am or pm it is the next such time after that one. */
function inSameHalf({ entries }: PastedReading, clock: NonNullable<ChatHeader['moment']['clock']>) {
  const before = entries.at(-1)?.clock
  if (clock.half || !before?.half || clock.hour > 12 || clock.hour < 1) return clock
  const minutes = (hour: number, minute: number) => hour * 60 + minute
  const morning = clock.hour % 12
  const isMorning = minutes(morning, clock.minute) >= minutes(before.hour, before.minute)
  return {
    ...clock,
    hour: isMorning ? morning : morning + 12,
    half: isMorning ? ('am' as const) : ('pm' as const),
  }
}
