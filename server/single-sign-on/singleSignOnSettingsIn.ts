import { ok, type Result, refuse } from '../../shared/result.ts'
import { isVisible } from '../../shared/wire/people.ts'
import { isLoopback } from '../http/isLoopback.ts'

const whoJoins = ['invited', 'everyone'] as const

export type SingleSignOnSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
  /** Whether whoever the provider vouches for becomes a member of the first workspace, or the invited only. */
  join: (typeof whoJoins)[number]
}

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
const all = [...needed, 'OIDC_NAME', 'OIDC_JOIN'] as const

/** Null where no single sign-on is set up. Every wrong variable comes back in a sentence of its own. */
export function singleSignOnSettingsIn(
  given: Record<string, string | undefined>,
): Result<SingleSignOnSettings | null, string[]> {
  const read = (name: (typeof all)[number] | 'PUBLIC_URL') => given[name]?.trim() ?? ''
  if (all.every((name) => read(name) === '')) return ok(null)
  const issuer = read('OIDC_ISSUER')
  const name = read('OIDC_NAME') || 'single sign-on'
  const asked = read('OIDC_JOIN') || 'invited'
  const join = whoJoins.find((one) => one === asked)
  const wrong = needed
    .filter((variable) => read(variable) === '')
    .map((variable) => `${variable} is not set; single sign-on needs ${needed.join(', ')}.`)
  if (issuer !== '' && !isIssuer(issuer))
    wrong.push(`OIDC_ISSUER is “${issuer}”; it takes the provider’s address, like https://id.example.org.`)
  if (name.length > 40 || !isVisible(name))
    wrong.push(`OIDC_NAME is “${name}”; it takes up to 40 visible characters.`)
  if (!join) wrong.push(`OIDC_JOIN is “${asked}”; it takes one of ${whoJoins.join(', ')}.`)
  if (read('PUBLIC_URL') === '')
    wrong.push('Single sign-on must come back to somewhere: set PUBLIC_URL too, the address people open.')
  if (wrong.length > 0 || !join) return refuse(wrong)
  const [clientId, clientSecret] = [read('OIDC_CLIENT_ID'), read('OIDC_CLIENT_SECRET')]
  return ok({ issuer, clientId, clientSecret, name, join })
}

function isIssuer(given: string): boolean {
  const url = URL.parse(given)
  if (!url || url.username || url.search || url.hash) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
