import { maskCardNumbers } from './maskCardNumbers.ts'
import { maskPrivateKeys } from './maskPrivateKeys.ts'
import { isSecret, type MaskReason, maskOf } from './maskReasons.ts'
import { addressPatterns, personalPatterns } from './personalPatterns.ts'
import { type SecretPattern, secretPatterns } from './secretPatterns.ts'

/** Asked of whoever imports. Secrets are masked whatever is said here. */
export type MaskChoices = {
  /** People whose names are masked, as the source writes them. */
  names: readonly string[]
  /** Whether the addresses of machines are masked, too. */
  addresses: boolean
  /** Single values to leave as they are: `anna@example.org`. Of a secret this says nothing. */
  shown: ReadonlySet<string>
}

export const noMaskChoices: MaskChoices = { names: [], addresses: false, shown: new Set() }

/** Something that was masked, and how often. It never leaves the device of whoever imports. */
export type MaskedValue = { reason: MaskReason; value: string; count: number }

export type Mask = {
  text: (text: string) => string
  /** A text that is a secret by the name it stands under. */
  whole: (text: string, reason: MaskReason) => string
  /** What was masked so far. */
  found: () => MaskedValue[]
}

/** Beyond this many different ones only the kinds are counted on: nobody looks through more. */
export const MOST_MASKS = 2_000

/** Nothing is masked in what has none of this in it; most words of a chat do not. */
const worthALook = /[@=:]|\d[\d ().-]{6}|[A-Za-z0-9+/_-]{16}|password|passphrase|passwort|bearer|PRIVATE KEY/i

/** Masks texts one after the other, in time that grows with their length only, and keeps a list of what it masked. */
export function createMask(choices: MaskChoices): Mask {
  const found = new Map<string, MaskedValue>()
  const named = namePattern(choices.names)
  const patterns = [...secretPatterns, ...personalPatterns, ...(choices.addresses ? addressPatterns : [])]

  const masked = (reason: MaskReason, value: string): string => {
    if (!isSecret(reason) && choices.shown.has(value)) return value
    const key = `${reason} ${value}`
    const before = found.get(key)
    if (before) before.count++
    else if (found.size < MOST_MASKS) found.set(key, { reason, value, count: 1 })
    return maskOf(reason)
  }
  const replaced = (text: string, { reason, pattern, unless }: SecretPattern): string =>
    text.replace(pattern, (all: string, ...groups: unknown[]) => {
      const [front, middle, back] = groups.map((group) => (typeof group === 'string' ? group : undefined))
      const hasGroups = typeof groups[0] === 'string' && typeof groups[1] === 'string'
      const value = hasGroups ? (middle ?? '') : all
      if (unless?.(value)) return all
      if (!hasGroups) return masked(reason, value)
      const behind = groups.length > 4 && typeof back === 'string' ? back : ''
      return `${front ?? ''}${masked(reason, value)}${behind}`
    })

  const text = (given: string): string => {
    let result = given
    if (worthALook.test(given)) {
      result = maskPrivateKeys(result, (value) => masked('privateKey', value))
      result = maskCardNumbers(result, (value) => masked('card', value))
      for (const pattern of patterns) result = replaced(result, pattern)
    }
    return named ? result.replace(named, (value) => masked('name', value)) : result
  }
  return { text, whole: (value, reason) => masked(reason, value), found: () => [...found.values()] }
}

/** All of a text at once. Masking what is masked changes nothing. */
export function maskEvidence(text: string, choices: MaskChoices): { text: string; masked: MaskedValue[] } {
  const mask = createMask(choices)
  return { text: mask.text(text), masked: mask.found() }
}

/** Whole words, in any case, the longer name first: of “Ana Maria” nothing is left. */
function namePattern(names: readonly string[]): RegExp | null {
  const wanted = [...new Set(names.map((name) => name.trim()).filter((name) => name.length > 1))]
  if (wanted.length === 0) return null
  const longestFirst = wanted
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
