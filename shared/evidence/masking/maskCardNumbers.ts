import { isCardNumber } from './cardNumber.ts'

const run = /(?<![\w.+/])\d(?:[ -]?\d){13,2000}(?!\w|\.\d)/g
/** Digits of a card number, the longest first. */
const lengths = [19, 16, 15, 14]

/** A card number may stand among other numbers (`4111 1111 1111 1111 123`), so each group of a run is looked at. */
export function maskCardNumbers(text: string, masked: (found: string) => string): string {
  return text.replace(run, (digits) => {
    let result = ''
    for (let at = 0; at < digits.length; ) {
      const card = cardAt(digits, at)
      result += card === null ? digits[at] : masked(card)
      at += card?.length ?? 1
    }
    return result
  })
}

function cardAt(run: string, at: number): string | null {
  if (isDigit(run, at - 1) || !isDigit(run, at)) return null
  for (const length of lengths) {
    const end = endOfDigits(run, at, length)
    if (end === null || isDigit(run, end)) continue
    const written = run.slice(at, end)
    if (isCardNumber(written)) return written
  }
  return null
}

function endOfDigits(run: string, at: number, most: number): number | null {
  let seen = 0
  for (let place = at; place < run.length; place++)
    if (isDigit(run, place) && ++seen === most) return place + 1
  return null
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at) // NaN outside of it
  return code >= 48 && code <= 57
}
