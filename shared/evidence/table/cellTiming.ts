import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { epochInstant, isoTiming, knownTime } from '../evidenceTime.ts'
import { timingOf, type WrittenContext, type WrittenTiming } from '../writing/timingOf.ts'
import type { WrittenMoment } from '../writing/writtenMoments.ts'
import { findDay, findMoments, momentHere } from '../writing/writtenMoments.ts'
import { plainCell } from './plainCell.ts'

/** Days since 1899-12-30, as spreadsheets hold dates: from 1990 to 2100. */
const serialDay = /^([34567]\d{4})(?:[.,](\d+)|\s0[.,](\d+))?$/
const serialClock = /^0[.,](\d+)$/

/** A cell that holds a time in any notation of tools, people or spreadsheets; null for one that holds none. */
export function cellTiming(
  cell: string,
  context: WrittenContext,
  answers: EvidenceAnswers,
): WrittenTiming | null {
  const text = plainCell(cell)
  const epoch = epochInstant(text)
  if (epoch !== null) return { ...knownTime(epoch), endedAt: null, date: null }
  const iso = isoTiming(text, answers, context.zone)
  if (iso) return { ...iso, written: iso.written === null ? null : cell.trim(), endedAt: null, date: null }
  const moment = serialMoment(text) ?? momentIn(text)
  return moment && timingOf(moment, cell.trim(), context, answers)
}

const weekdays =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)?(?:Uhr|h)?$/i

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
  const decimals = found?.[2] ?? found?.[3]
  const fraction = Number(`0.${decimals ?? clock?.[1] ?? 0}`)
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
      found && decimals === undefined
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
