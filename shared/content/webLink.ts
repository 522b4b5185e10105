import { ok, type Result, refuse } from '../result.ts'
import { safeUrl } from './fields.ts'

const WITHOUT_SCHEME = /^[\w-]+(\.[\w-]+)+([/?#:]|$)/

/** A web address as someone typed or pasted it; otherwise what to change about it. */
export function readWebLink(typed: string): Result<string, string> {
  const trimmed = typed.trim()
  const url = WITHOUT_SCHEME.test(trimmed) ? `https://${trimmed}` : trimmed
  if (!/^https?:\/\//i.test(url)) return refuse('A link starts with http:// or https://.')
  if (!safeUrl.safeParse(url).success || !URL.canParse(url)) {
    return refuse('This does not look like a link. Copy it from the address bar of the page.')
  }
  return ok(url)
}

const KEPT_HERE = /^\/api\/postmortems\/[\w-]+\/evidence\/[\w-]+\/file$/
const MOST_WORDS = 60

/** A link to an original that is kept here, with what to call it behind the `#`. */
export const linkToOriginal = (url: string, words: string): string =>
  `${url}#${encodeURIComponent(words.toWellFormed().slice(0, MOST_WORDS).toWellFormed())}`

/**
 * `grafana.example` of a link: short enough for the foot of a card. Of an original kept at `ownOrigin`, what it was called
 * there; a link elsewhere cannot borrow such a name.
 */
export function linkInWords(url: string, ownOrigin: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, pathname, origin } = new URL(url)
  const original = originalInWords(url)
  if (origin === ownOrigin && original !== null) return original || 'evidence'
  return hostname === '' ? pathname : hostname.replace(/^www\./, '')
}

/** What an original that is kept in some Candor was called; null for any other link. Whoever writes a link can say this. */
export function originalInWords(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { pathname, hash } = new URL(url)
  return KEPT_HERE.test(pathname) ? wordsBehind(hash) : null
}

function wordsBehind(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1)).slice(0, MOST_WORDS)
  } catch {
    return '' // whoever writes a link can break it
  }
}
