import * as Y from 'yjs'
import { isSame, plainOf, type WordRun } from './notesCopy.ts'

/** One UTF-16 unit with its marks, as JSON; null for what is no word and fits nothing. */
type Unit = string | null

/** Makes a text read as `wanted`, marks included, by replacing what lies between its equal beginning and end. */
export function restoreWords(text: Y.XmlText, wanted: readonly WordRun[]): void {
  const standing = unitsIn(text)
  const units = wanted.flatMap(({ text: words, marks }) => unitsOf(words, marks))
  const shorter = Math.min(standing.length, units.length)
  let prefix = 0
  while (prefix < shorter && isSameUnit(standing[prefix], units[prefix])) prefix++
  let suffix = 0
  while (suffix < shorter - prefix && isSameUnit(standing.at(-1 - suffix), units.at(-1 - suffix))) suffix++
  // Half of an emoji is not a character: Yjs would store a replacement mark instead.
  if (prefix > 0 && isHalf(units[prefix - 1], 0xd8)) prefix--
  if (suffix > 0 && isHalf(units.at(-suffix), 0xdc)) suffix--
  text.delete(prefix, standing.length - prefix - suffix)
  insertWords(text, prefix, between(wanted, prefix, units.length - suffix))
}

export function newWords(wanted: readonly WordRun[]): Y.XmlText {
  const text = new Y.XmlText()
  insertWords(text, 0, wanted)
  return text
}

function insertWords(text: Y.XmlText, from: number, runs: readonly WordRun[]): void {
  let at = from
  for (const { text: words, marks } of runs) {
    text.insert(at, words, { ...marks }) // the library adds to what it is given
    at += words.length
  }
}

/** The part of the runs that lies between two positions. */
function between(runs: readonly WordRun[], from: number, to: number): WordRun[] {
  let start = 0
  return runs.flatMap(({ text, marks }) => {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    return part === '' ? [] : [{ text: part, marks }]
  })
}

type Insert = { insert?: unknown; attributes?: Record<string, unknown> }

const unitsIn = (text: Y.XmlText): Unit[] =>
  (text.toDelta() as Insert[]).flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' ? unitsOf(insert, plainOf(attributes)) : [null],
  )

function unitsOf(words: string, marks: WordRun['marks']): Unit[] {
  const marked = JSON.stringify(marks)
  return words.split('').map((unit) => unit + marked)
}

const isSameUnit = (a: Unit | undefined, b: Unit | undefined): boolean => a !== null && isSame(a, b)

/** `surrogates` are the upper bits of the halves of a pair: 0xd8 the first, 0xdc the second. */
const isHalf = (unit: Unit | undefined, surrogates: 0xd8 | 0xdc): boolean =>
  ((unit?.charCodeAt(0) ?? 0) & 0xfc00) >> 8 === surrogates
