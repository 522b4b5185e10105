/** What a clock shows. `half` where it says so; `isWhole` where it names the hour only (`11pm`). */
export type WrittenClock = {
  hour: number
  minute: number
  /** May have decimals. */
  second: number
  half: 'am' | 'pm' | null
  isWhole: boolean
}

const half = '\\s?([ap])\\.?\\s?m\\b\\.?'
/** Not inside of a word, a number or an address; but after the T of ISO, and after `11/Mar/2026:`. */
const alone = '(?:(?<![\\p{L}\\d.:,/_-])|(?<=\\d[Tt])|(?<=/\\d{4}:))'
const notMore = '(?!\\d|[:.]\\d|(?!Z\\b|UTC|GMT|h\\b|hrs\\b|ish\\b)\\p{L})'

/** With seconds and halves as they may be; then the hour alone; `10h14`; `10.14 Uhr`; `10 Uhr`; `1014 UTC`. */
const sources: readonly string[] = [
  `(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,12}))?)?(?:${half})?`,
  `(\\d{1,2})()()()${half}`,
  `(\\d{1,2})h(\\d\\d)()()()`,
  `(\\d{1,2})\\.(\\d\\d)()()()(?=\\s?(?:Uhr|h)\\b)`,
  `(\\d{1,2})()()()()(?=\\s?Uhr\\b)`,
  `([01]\\d|2[0-3])([0-5]\\d)()()()(?=\\s?(?:UTC|GMT|Z|hrs)\\b)`,
]
/** `11.50`: a clock only where a time must stand, since it may as well be a number. */
const dotted = `(\\d{1,2})\\.(\\d\\d)()()()(?!\\s?(?:%|ms|s|m|h|k|sec(?:ond)?s?|min(?:ute)?s?|hours?|percent|million|[KMGT]i?B|x)\\b|\\s?%)`

const compiled = (source: string, flags: string) => new RegExp(source, flags)
const everywhere = compiled(sources.map((source) => `${alone}(?:${source})${notMore}`).join('|'), 'giu')
const here = [...sources, dotted].map((source) => compiled(`^(?:${source})${notMore}`, 'iu'))

export type FoundClock = { clock: WrittenClock; index: number; length: number }

/** All clock times in `text`, in order. */
export function findClocks(text: string): FoundClock[] {
  return [...text.matchAll(everywhere)].flatMap((found) => {
    const clock = clockOf(found.slice(1))
    return clock ? [{ clock, index: found.index, length: found[0].length }] : []
  })
}

/** The clock time that `text` begins with, `11.50` as well. */
export function clockHere(text: string): FoundClock | null {
  for (const pattern of here) {
    const found = pattern.exec(text)
    const clock = found && clockOf(found.slice(1))
    if (found && clock) return { clock, index: 0, length: found[0].length }
  }
  return null
}

/** From the groups of one of the sources, wherever it stands among the others. */
function clockOf(groups: readonly (string | undefined)[]): WrittenClock | null {
  const first = groups.findIndex((group) => group !== undefined)
  const [hours, minutes, seconds, decimals, halves] = groups.slice(first - (first % 5))
  const hour = Number(hours)
  const minute = Number(minutes || 0)
  const second = Number(`${seconds || 0}.${decimals || 0}`)
  if (minute > 59 || second >= 60 || hour > 23) return null
  if (!halves) return { hour, minute, second, half: null, isWhole: !minutes }
  if (hour < 1 || hour > 12) return null
  const name = halves.toLowerCase() === 'p' ? 'pm' : 'am'
  return { hour: (hour % 12) + (name === 'pm' ? 12 : 0), minute, second, half: name, isWhole: !minutes }
}
