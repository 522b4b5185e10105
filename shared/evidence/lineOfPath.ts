import { lineAt } from './brokenJsonLine.ts'
import { scanJson } from './scanJson.ts'

/** The line of the value that `path` leads to, in the JSON that begins at `start`; of the last part of the way if the way ends. */
export function lineOfPath(text: string, start: number, path: readonly (string | number)[]): number {
  let at = start
  for (const step of path) {
    const found = partAt(text, at, step)
    if (found === null) break
    at = found
  }
  return lineAt(text, at)
}

/** Where the member or the element `step` of the value at `from` begins. */
function partAt(text: string, from: number, step: string | number): number | null {
  const opens = text.charAt(from)
  if (opens !== '{' && opens !== '[') return null
  let at = afterBlanks(text, from + 1)
  for (let position = 0; at < text.length && !'}]'.includes(text.charAt(at)); position++) {
    let key: unknown = position
    if (opens === '{') {
      const name = scanJson(text, at)
      if (!name.ok) return null
      key = JSON.parse(text.slice(at, name.end))
      at = afterBlanks(text, afterBlanks(text, name.end) + 1) // beyond the colon
    }
    if (key === step) return at
    const value = scanJson(text, at)
    if (!value.ok) return null
    at = afterBlanks(text, value.end)
    if (text.charAt(at) === ',') at = afterBlanks(text, at + 1)
  }
  return null
}

function afterBlanks(text: string, at: number): number {
  let place = at
  while (place < text.length && ' \t\r\n'.includes(text.charAt(place))) place++
  return place
}
