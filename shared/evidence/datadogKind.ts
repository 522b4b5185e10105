import type { EventKind } from './eventKinds.ts'
import { kindInWords } from './kindInWords.ts'

/** `change` is the type of the event, or what the monitor went over into. */
export function datadogKind(title: string, change: string | null): EventKind {
  if (/^\[recovered|recovery$/i.test(title) || /recover/i.test(change ?? '')) return 'resolve'
  if (/^\[(?:re-)?(?:triggered|warn|no data)/i.test(title)) return 'alert'
  const said = kindInWords(title)
  if (said === 'deploy' || said === 'mitigation') return said
  if (said === 'verify' && /success/i.test(change ?? '')) return 'resolve'
  return /error|alert|warn|no.data|triggered/i.test(change ?? '') ? 'alert' : said
}

/** `%%%` fences Markdown. */
export const datadogWords = (title: string | null, text: string | null): string =>
  [title, text?.replaceAll('%%%', '').trim()].filter(Boolean).join(': ')
