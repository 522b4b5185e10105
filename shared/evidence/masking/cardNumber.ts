/** How the numbers of the card brands begin, and how long they are. No time in ms, µs or ns begins like one before 2033. */
const brands =
  /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14})$/

/** Whether digits, perhaps in groups, are the number of a payment card: a brand's beginning and length, and the check digit. */
export function isCardNumber(written: string): boolean {
  const digits = written.replace(/[ -]/g, '')
  return brands.test(digits) && luhnSum(digits) % 10 === 0 && new Set(digits).size > 1
}

function luhnSum(digits: string): number {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum
}
