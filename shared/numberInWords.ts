const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** `three`, up to twelve; figures beyond. Zero is `no`, as in “no actions”. */
export const numberInWords = (count: number): string => words[count] ?? String(count)
