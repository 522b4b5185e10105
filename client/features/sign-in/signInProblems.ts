/** What single sign-on can come back with, in the address. */
const sentences: Record<string, string> = {
  noAccount:
    'Single sign-on knows you, but nobody has invited you here yet. Ask someone in your team for an invitation to the address you have there.',
  singleSignOnFailed:
    'Single sign-on did not go through this time. Nothing was changed. Try again, or come in another way.',
}

const UNKNOWN =
  'You could not be signed in this time. Nothing was changed. Try again, or come in another way.'

/** The sentence for `?signIn=…`; null where the address says nothing. */
export function signInProblemIn(search: string): string | null {
  const reason = new URLSearchParams(search).get('signIn')
  return reason === null ? null : (sentences[reason] ?? UNKNOWN)
}

/** The address without it: what single sign-on comes back to. */
export function withoutSignInProblem(path: string, search: string): string {
  const left = new URLSearchParams(search)
  left.delete('signIn')
  return left.size === 0 ? path : `${path}?${left}`
}
