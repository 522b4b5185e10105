import type { WrittenDate } from '../writing/writtenDates.ts'
import { findDay } from '../writing/writtenMoments.ts'
import { zonePattern } from '../zoneWords.ts'

/** What introduces a zone for the whole text; the zone itself follows within a few words, in capitals. */
const ofAllTimes =
  /(?<![\p{L}\d])(?:times?|timestamps?|timeline|zeiten|uhrzeiten|zeitangaben|heures|horas|tijden|time ?zone|tz|zeitzone|fuseau horaire|zona horaria|tijdzone)(?![\p{L}\d])/giu
const MOST_WORDS = 45
const zoneWord = new RegExp(`^[^.\\n|]*?(?<![\\p{L}\\d])(${zonePattern})(?![\\p{L}\\d])`, 'u')

/** “All times UTC”, “Zeiten in MEZ”, “timezone: Europe/Paris”: for the whole text, wherever it stands. */
export function zoneOfText(text: string): string | null {
  for (const { index } of text.slice(0, 200_000).matchAll(ofAllTimes)) {
    const found = zoneWord.exec(text.slice(index, index + MOST_WORDS))
    const isOfOneTime = /\d:\d\d/.test(found?.[0] ?? '')
    if (found?.[1] && !isOfOneTime) return found[1]
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
  if (findDay(text.slice(day.end))) return null
  const around = `${text.slice(0, day.start)} ${text.slice(day.end)}`.replace(/[^\p{L}\d]+/gu, ' ').trim()
  const isAlone = around === '' || /^\p{L}{2,14}$/u.test(around)
  const isStrong = label.test(text) || /^#{1,6}\s/.test(text) || isAlone
  if (otherDays.test(text) || (!isStrong && text.length > 90)) return null
  return { date: day.date, zone: day.zone, isStrong }
}
