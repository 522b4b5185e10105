import type { MaskReason } from './maskReasons.ts'

/**
 * `pattern` has up to three groups: what stays in front, what is masked, what stays behind. Without groups all of it is
 * masked. Every pattern starts at the beginning of a run or has bounded repeats, so that no text takes more than linear
 * time.
 */
export type SecretPattern = {
  reason: MaskReason
  pattern: RegExp
  /** Says no to what only looks like it. */
  unless?: (found: string) => boolean
}

const start = '(?<![A-Za-z0-9_-])'

/** Keys that say what they are by how they begin: AWS, GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, SendGrid and others. */
const keys = [
  '(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?![A-Z0-9])',
  'gh[pousr]_[A-Za-z0-9]{20,255}',
  'github_pat_[A-Za-z0-9_]{20,255}',
  'gl(?:pat|ptt|rt|dt|cbt|soat|ft)-[A-Za-z0-9_.-]{16,255}',
  'xox[a-z](?:\\.xox[a-z])?-[A-Za-z0-9-]{8,255}',
  'xapp-[A-Za-z0-9-]{8,255}',
  '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,255}',
  'whsec_[A-Za-z0-9+/=]{8,255}',
  'sk-[A-Za-z0-9_-]{20,255}',
  'AIza[A-Za-z0-9_-]{30,60}',
  'ya29\\.[A-Za-z0-9_-]{20,1000}',
  '(?:npm_|hf_|dop_v1_|shp(?:at|ss|ca)_|sntrys_|glsa_|pul-)[A-Za-z0-9_]{20,255}',
  'pypi-[A-Za-z0-9_-]{16,500}',
  'SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}',
  'hv[sb]\\.[A-Za-z0-9_-]{20,500}',
  'SK[0-9a-f]{32}(?![0-9A-Za-z])',
  'AGE-SECRET-KEY-1[A-Z0-9]{20,100}',
  'eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{8,8000}(?:\\.[A-Za-z0-9_-]{0,2000}){0,3}',
].join('|')

/** What stands behind it is masked whatever it looks like. */
const passwordNames =
  'password|passwd|passphrase|passwort|(?<![a-z])pwd(?!["\']?\\s{0,3}[:=]\\s{0,3}/)|(?<![a-z])pass'
/** What stands behind these is masked if it could be one: `token: expired` is a sentence. */
const tokenNames =
  'client[_-]?secret|secret[_-]?key|secret|api[_-]?key|access[_-]?key(?:[_-]?id)?|account[_-]?key|private[_-]?key|' +
  '(?:access|auth|refresh|id|session|bearer|csrf)?[_-]?token|session[_-]?id|credentials?|signature|(?<![a-z])sig|' +
  'x-amz-(?:signature|credential|security-token)|x-api-key'
const behindName = '["\']?\\s{0,3}(?:=>|[:=])\\s{0,3}'
const value = '[^\\s"\'`&,;<>{}()\\[\\]|•\\\\]{3,2000}'

const couldBeKey = (found: string) =>
  found.length >= 20 ||
  (found.length >= 6 && /\d/.test(found) && /[a-z]/i.test(found)) ||
  /^\d{6,}$/.test(found)

export const secretPatterns: readonly SecretPattern[] = [
  { reason: 'token', pattern: new RegExp(`${start}(?:${keys})`, 'g') },
  {
    reason: 'token',
    pattern: /(hooks\.slack\.com\\?\/(?:services|workflows)\\?\/)([A-Za-z0-9/\\_-]{8,200})/g,
  },
  {
    reason: 'token',
    pattern:
      /((?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:bearer|basic|token|digest|apikey|negotiate|aws4-hmac-sha256)\s{1,3})?)((?![a-z0-9-]{1,20}\s{1,3}•)[^\s"',;<>•]{4,8000})/gi,
  },
  {
    reason: 'token',
    pattern: /((?<![a-z])bearer\s{1,3})([A-Za-z0-9._~+/=-]{16,8000})/gi,
    unless: (found) => !/\d/.test(found),
  },
  { reason: 'token', pattern: /((?<![a-z])(?:set-)?cookie["']?\s{0,3}:\s{0,3}["']?)([^\r\n"'•]{4,8000})/gi },
  {
    reason: 'password',
    pattern:
      /((?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:(?:\\?\/){2}[^\s/:@"'<>•]{0,100}:)([^\s/@"'<>•]{1,300})(@)/gi,
  },
  {
    reason: 'password',
    pattern: new RegExp(`((?:${passwordNames})${behindName}["']?)(${value})`, 'gi'),
  },
  {
    reason: 'password',
    pattern: new RegExp(
      `((?:password|passphrase|passwort)\\s{1,3}(?:is|was|ist)\\s{1,3}["'\`]?)(${value})`,
      'gi',
    ),
    unless: (found) => !/[\d!$%&*+=@#^]/.test(found),
  },
  {
    reason: 'token',
    pattern: new RegExp(`((?:${tokenNames})${behindName}["']?)(${value})`, 'gi'),
    unless: (found) => !couldBeKey(found),
  },
]

const secretField =
  /(?:password|passwd|passphrase|pwd|secret|apikey|accesskey|secretkey|privatekey|accesskeyid|accountkey|authtoken|accesstoken|refreshtoken|idtoken|bearertoken|sessiontoken|clientsecret|authorization|cookie|credentials)$|^token$/

/** Whether the value of this JSON field is a secret by its name alone, like `db_password`. */
export const isSecretField = (name: string): boolean =>
  name.length <= 60 && secretField.test(name.toLowerCase().replace(/[_\s-]/g, ''))
