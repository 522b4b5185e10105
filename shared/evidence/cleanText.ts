const ESC = String.fromCharCode(27)
const BELL = String.fromCharCode(7)

/** Colours and cursor moves (ESC [ … letter) that a log dump brings along, titles (ESC ] … BEL), and the rest. */
const ansiCode = new RegExp(
  `${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESC}\\n]{0,500}(?:${BELL}|${ESC}\\\\)|[@-Z\\\\-_])|\u009b[0-?]*[ -/]*[@-~]`,
  'g',
)

/**
 * Bidi marks, embeddings, overrides and isolates, which make text read otherwise than it is; zero-width characters
 * but the joiners that scripts and emoji need; NUL and all other controls but line break and tab.
 */
const unseen =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu

/**
 * Words from a stranger's file, safe to show as text: terminal codes, control and bidi characters are removed, line
 * breaks are `\n`, half a surrogate pair becomes U+FFFD. Nothing is interpreted: `<script>` and `=HYPERLINK(` stay the
 * words they are, since text is only ever shown as text.
 */
export function cleanText(text: string): string {
  return text
    .replace(ansiCode, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, (character) => (character === '\n' || character === '\t' ? character : ''))
    .toWellFormed()
    .split('\n')
    .map((line) => line.trimEnd()) // a pattern would take a minute over a line of blanks
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
