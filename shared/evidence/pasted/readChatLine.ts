import { type ChatHeader, chatHeader, isChatNoise, isNameThenTime } from './chatLines.ts'
import { openAt, type PastedReading } from './pastedReading.ts'

/** In a chat, a name with a time, or a time alone, stands above each message. */
export function readChatLine(reading: PastedReading, line: string, position: number): boolean {
  if (isNameThenTime(reading.lines, position)) {
    reading.speaker = line.trim()
    return true
  }
  const header = chatHeader(line)
  if (header) {
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
  if (/\b(?:today|yesterday|heute|gestern|aujourd|hier|hoy|ayer)\b/i.test(line)) reading.day.lose()
  const isApp = name !== null && /^app$/i.test(name)
  reading.speaker = isApp ? nameAbove(reading) : (name ?? reading.speaker)
  const clock = moment.clock && name === null ? inSameHalf(reading, moment.clock) : moment.clock
  const settled = { ...moment, clock }
  reading.day.takeMoment(settled)
  openAt(reading, { moment: settled, written, position }, { actor: reading.speaker, isHeading: true })
}

/** The sign of an app stands between its name and the time, so the name was taken for words of the message before. */
function nameAbove({ open }: PastedReading): string | null {
  return open?.lines.pop()?.trim() ?? null
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
