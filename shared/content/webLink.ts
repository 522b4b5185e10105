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

/** `grafana.example` of a link: short enough for the foot of a card. */
export function linkInWords(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, pathname } = new URL(url)
  return hostname === '' ? pathname : hostname.replace(/^www\./, '')
}
