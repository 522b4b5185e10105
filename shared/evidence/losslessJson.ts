/** Sixteen digits or more that stand where a number may: what a double may not give back. */
const longNumber = /(?:^|[:[,\s])-?\d[\d.]{15,}/
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs
const MOST_EXACT_DIGITS = 15

/**
 * `JSON.parse`, but a number with more digits than a double holds (1502709956288000110) comes as a string of its
 * digits, so that two different ids never become one. Throws for what is not JSON.
 */
export function losslessJson(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text)
  return JSON.parse(text.replace(stringOrNumber, (found) => (isExact(found) ? found : `"${found}"`)))
}

/** Undefined, which no JSON value is, for what is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return losslessJson(text)
  } catch {
    return undefined
  }
}

const isExact = (found: string): boolean =>
  found.startsWith('"') || found.replace(/[eE].*$|[-.]/g, '').length <= MOST_EXACT_DIGITS
