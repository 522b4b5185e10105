import { nearTime } from '../../../shared/time/nearDay.ts'
import { aheadInWords } from '../../../shared/triage/reviewWindow.ts'
import type { Material, MaterialSending } from '../../../shared/wire/material.ts'

const peopleInWords = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** `Sent yesterday at 16:10 to 9 people, and today at 09:05 to 2 more.` */
export function sentInWords(sendings: readonly MaterialSending[], now: number, zone: string): string {
  const [first, ...more] = sendings
  if (!first) return 'Not sent yet. A day ahead is what people need to read and to answer.'
  const last = more.at(-1)
  const later = more.reduce((sum, { count }) => sum + count, 0)
  const and = last ? `, and ${nearTime(last.at, now, zone)} to ${later} more` : ''
  return `Sent ${nearTime(first.at, now, zone)} to ${peopleInWords(first.count)}${and}.`
}

/** How many have opened it, as far as that is told. Null while it went to nobody. */
export function openedInWords({ sendings, openedCount }: Material): string | null {
  if (sendings.length === 0) return null
  if (openedCount === null) return 'With fewer than four people it is not told how many have opened it.'
  if (openedCount === 0) return 'How many have opened it is not counted yet.'
  return `At least ${openedCount} have opened it.`
}

export const DAY_MS = 86_400_000

/** That it goes out late for what people need; null with a day or more, or once that is past. */
export function leadInWords(startsAt: number | null, now: number): string | null {
  const ahead = startsAt === null ? null : startsAt - now
  if (ahead === null || ahead <= 0 || ahead >= DAY_MS) return null
  return `The material goes out ${aheadInWords(ahead)} ahead; a day is what people need.`
}

/** That people were told another start than the one planned by now; null where it is the same. */
export function otherStartInWords(
  sendings: readonly MaterialSending[],
  startsAt: number | null,
  { now, zone }: { now: number; zone: string },
): string | null {
  const told = sendings.at(-1)?.startsAt
  if (told === undefined || told === startsAt) return null
  if (told === null) return 'It named no time. Tell people when you meet.'
  return `It named another time: ${nearTime(told, now, zone)}. Tell people that this has changed.`
}
