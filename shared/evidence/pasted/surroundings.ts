import type { WrittenDate } from '../writing/writtenDates.ts'
import { findDay } from '../writing/writtenMoments.ts'
import { zonePattern } from '../zoneWords.ts'

/** “All times UTC”, “Zeiten in MEZ”, “timezone: Europe/Paris”: for the whole text, wherever it stands. */
const wholeZone = new RegExp(
  `(?:\\b(?:times?|timestamps?|timeline|zeiten|uhrzeiten|zeitangaben|heures|horas|tijden)\\b[^.\\n|]{0,40}?|\\b(?:time ?zone|tz|zeitzone|fuseau horaire|zona horaria|tijdzone)\\b\\W{0,5})(?<![\\p{L}\\d])(${zonePattern})(?![\\p{L}\\d])`,
  'u',
)
const wholeZoneAnyCase = new RegExp(
  wholeZone.source.replace('\\b(?:times?', '\\b(?:[Tt]imes?|[Aa]ll times'),
  'u',
)

export function zoneOfText(text: string): string | null {
  for (const line of text.slice(0, 200_000).split('\n')) {
    const found = wholeZoneAnyCase.exec(line.length > 300 ? line.slice(0, 300) : line)
    const isClock = /\d:\d\d/.test(found?.[0] ?? '')
    if (found?.[1] && !isClock) return found[1]
  }
  return null
}

export type NamedDay = {
  date: WrittenDate
  zone: string | null
  /** A heading, a divider or a `Date:` line; otherwise a day mentioned in a title. */
  isStrong: boolean
}

const label = /^[\s>*_#-]*(?:incident )?(?:date|day|datum|tag|fecha|data|dato)\b[\s*_]*[:：-]/i
const otherDays =
  /\b(?:publish|updated?|created|review|due|posted|written|reported on|meeting|author|version|veröffentlicht|erstellt)/i
const severalDays = /\d{1,2}(?:st|nd|rd|th|\.)?\s?(?:[-–/]|to|and|und|bis|&)\s?$/i

/** The day that a line without a time of its own names for those below it; null if it names none, or several. */
export function dayNamedIn(line: string): NamedDay | null {
  const text = line.trim()
  if (text.length > 160) return null
  const day = findDay(text)
  if (!day?.date || severalDays.test(text.slice(0, day.start))) return null
  const second = findDay(text.slice(day.end))
  if (second && /^\s*(?:[-–/]|to|and|und|bis|&|→)/i.test(text.slice(day.end))) return null
  const around = `${text.slice(0, day.start)} ${text.slice(day.end)}`.replace(/[^\p{L}\d]+/gu, ' ').trim()
  const isAlone = around === '' || /^\p{L}{2,14}$/u.test(around)
  const isStrong = label.test(text) || /^#{1,6}\s/.test(text) || isAlone
  if (!isStrong && (text.length > 90 || otherDays.test(text))) return null
  return { date: day.date, zone: day.zone, isStrong: isStrong && !otherDays.test(text) }
}
