import { isCardNumber } from './cardNumber.ts'
import type { Mask } from './maskEvidence.ts'
import { maskOf } from './maskReasons.ts'
import { isSecretField } from './secretPatterns.ts'

/**
 * Masks the strings in JSON, or in lines of it, and leaves all else as it stands: a mask put over the text as it is
 * written would miss what is escaped (`\u0040`, `\/`), and could break what follows. A number is masked only where it is
 * a card's.
 */
export function maskJson(text: string, mask: Mask): string {
  const parts: string[] = []
  let field = ''
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('"', at)
    if (open < 0) break
    parts.push(maskBetween(text.slice(at, open), mask))
    const close = endOfString(text, open)
    if (close === null) {
      at = open
      break
    }
    const written = text.slice(open, close)
    if (isFieldName(text, close)) {
      field = written.slice(1, -1)
      parts.push(written)
    } else {
      parts.push(maskString(written, field, mask))
    }
    at = close
  }
  parts.push(maskBetween(text.slice(at), mask))
  return parts.join('')
}

/** Behind the closing quote; null where the string is not closed on its line. */
function endOfString(text: string, open: number): number | null {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x22) return at + 1
    else if (code === 0x0a) return null
  }
  return null
}

function isFieldName(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3a) return true
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return false
  }
  return false
}

function maskString(written: string, field: string, mask: Mask): string {
  if (written.length < 5) return written
  const value = written.includes('\\') ? decoded(written) : written.slice(1, -1)
  if (value === null) return mask.text(written)
  const isSecret = isSecretField(field) && value.length >= 4 && !value.includes('•••(')
  const masked = isSecret ? mask.whole(value, 'token') : mask.text(value)
  return masked === value ? written : JSON.stringify(masked)
}

function decoded(written: string): string | null {
  try {
    return String(JSON.parse(written))
  } catch {
    return null
  }
}

/** Between two strings there are numbers and brackets; anything else is no JSON, and is masked like any text. */
function maskBetween(text: string, mask: Mask): string {
  if (text.length < 12) return text
  if (/[^\s\d\w[\]{}:,.+-]/.test(text)) return mask.text(text)
  return text.replace(/(?<![\w.+-])\d{14,19}(?![\w.])/g, (digits) => {
    if (!isCardNumber(digits)) return digits
    mask.whole(digits, 'card')
    return JSON.stringify(maskOf('card'))
  })
}
