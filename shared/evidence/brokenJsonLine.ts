import { scanJson } from './scanJson.ts'

/**
 * The line, counted from 1, where `text` stops being JSON; null if it never does. Engines name the place in words of
 * their own, and often not at all.
 */
export function brokenJsonLine(text: string): number | null {
  const scanned = scanJson(text)
  if (!scanned.ok) return lineAt(text, scanned.brokenAt)
  const rest = text.slice(scanned.end).search(/[^ \t\r\n]/)
  return rest === -1 ? null : lineAt(text, scanned.end + rest)
}

/** The line of the first thing at or after `at` that is not white space; the last line with text if nothing is. */
export function lineAt(text: string, at: number): number {
  const rest = text.slice(at).search(/[^ \t\r\n]/)
  const place = rest === -1 ? text.trimEnd().length : at + rest
  return text.slice(0, place).split('\n').length
}
