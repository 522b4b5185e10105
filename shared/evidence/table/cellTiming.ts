import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { epochInstant, isoTiming, knownTime } from '../evidenceTime.ts'
import { timingOf, type WrittenContext, type WrittenTiming } from '../writing/timingOf.ts'
import type { WrittenMoment } from '../writing/writtenMoments.ts'
import { findDay, findMoments, momentHere } from '../writing/writtenMoments.ts'

/** Days since 1899-12-30, as spreadsheets hold dates: from 1990 to 2100. */
const serialDay = /^([34567]\d{4})(?:[.,](\d+))?$/
const serialClock = /^0[.,](\d+)$/

/** A cell that holds a time in any notation of tools, people or spreadsheets; null for one that holds none. */
export function cellTiming(
  cell: string,
  context: WrittenContext,
  answers: EvidenceAnswers,
): WrittenTiming | null {
  const text = cell.trim()
  const epoch = epochInstant(text)
  if (epoch !== null) return { ...knownTime(epoch), endedAt: null, date: null }
  const iso = isoTiming(compactIso(text), answers, context.zone)
  if (iso) return { ...iso, written: iso.written === null ? null : text, endedAt: null, date: null }
  const moment = serialMoment(text) ?? momentIn(text)
  return moment && timingOf(moment, text, context, answers)
}

const weekdays =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)?(?:Uhr|h)?$/i

const compactIso = (text: string): string =>
  text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d):?(\d\d):?(\d\d)?/, '$1-$2-$3T$4:$5:$6').replace(/:(?=$|Z)/, '')

/** The cell is the time and nothing else: words beside it would be someone's sentence. */
function momentIn(text: string): WrittenMoment | null {
  const moment = findMoments(text)[0] ?? momentHere(text) ?? findDay(text)
  if (!moment) return null
  const rest = `${text.slice(0, moment.start)} ${text.slice(moment.end)}`
  return weekdays.test(rest.replace(/[^\p{L}\d]/gu, '')) ? moment : null
}

function serialMoment(text: string): WrittenMoment | null {
  const found = serialDay.exec(text)
  const clock = serialClock.exec(text)
  if (!found && !clock) return null
  const fraction = Number(`0.${found?.[2] ?? clock?.[1] ?? 0}`)
  const seconds = Math.min(Math.round(fraction * 86_400), 86_399)
  const day = new Date(Date.UTC(1899, 11, 30 + Number(found?.[1] ?? 0)))
  return {
    start: 0,
    end: text.length,
    date: found && {
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
      isOpen: false,
    },
    clock:
      found && found[2] === undefined
        ? null
        : {
            hour: Math.floor(seconds / 3600),
            minute: Math.floor((seconds % 3600) / 60),
            second: seconds % 60,
            half: null,
            isWhole: false,
          },
    until: null,
    untilDate: null,
    zone: null,
    isApprox: false,
  }
}
