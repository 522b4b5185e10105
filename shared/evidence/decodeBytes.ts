/** `mixed`: some lines are UTF-8, and others what western Windows tools write. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed'

/**
 * The text in `bytes`, by its mark at the beginning, else by what it looks like. Spreadsheets save UTF-16 with and
 * without a mark; what is not UTF-8 either is what western Windows tools write.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  if (encoding === 'windows-1252') return decodeLines(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding } // leaves out the mark
}

/** Logs and tables are put together from files of several tools, so each line is looked at by itself. */
function decodeLines(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const lines: string[] = []
  const found = new Set<string>()
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, end === -1 ? bytes.length : end)
    const isAscii = line.every((byte) => byte < 0x80)
    const encoding = isUtf8(line) || isMostlyUtf8(line) ? 'utf-8' : 'windows-1252'
    if (!isAscii) found.add(encoding)
    lines.push(new TextDecoder(encoding).decode(line))
    start = end === -1 ? bytes.length + 1 : end + 1
  }
  return { text: lines.join('\n'), encoding: found.has('utf-8') ? 'mixed' : 'windows-1252' }
}

function encodingOf(bytes: Uint8Array): Exclude<Encoding, 'mixed'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const unmarked = withoutMark(bytes)
  if (unmarked) return unmarked
  return isUtf8(bytes) || isCutUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Western text in UTF-16 has a zero in every other byte; a stray NUL in a log does not make it that. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(Math.floor(bytes.length / 2), 2_000)
  if (pairs < 2) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) evenZeros++
    if (bytes[pair * 2 + 1] === 0) oddZeros++
  }
  if (oddZeros > pairs * 0.6 && evenZeros < pairs * 0.1) return 'utf-16le'
  if (evenZeros > pairs * 0.6 && oddZeros < pairs * 0.1) return 'utf-16be'
  return null
}

/** UTF-8 whose last character was cut in two is still UTF-8. */
function isCutUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** One damaged byte among many good characters is no reason to read the others of its line as windows-1252. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const damaged = text.split('\ufffd').length - 1
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return good > damaged * 3
}
