import type { SlackNames } from './slackNames.ts'

const escapes: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** The only three escapes Slack has; `&amp;lt;` is `&lt;`. */
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (found) => escapes[found] ?? found)

/**
 * Slack's mrkdwn as plain text. What stands in `<…>` is taken apart before anything is unescaped, since an escaped
 * `&lt;` is a sign someone typed. Marks of bold, italic and strike go; code keeps its backquotes.
 */
export function slackText(mrkdwn: string, names: SlackNames): string {
  if (!/[<&*_~]/.test(mrkdwn)) return mrkdwn
  return mrkdwn
    .split(/(<[^<>]*>)/)
    .map((part, position) =>
      position % 2 === 1 ? tokenText(part.slice(1, -1), names) : unescaped(withoutMarks(part)),
    )
    .join('')
}

const code = /(```[\s\S]*?```|`[^`\n]*`)/
const marked = /(^|[\s([{"'“‘>—–-])([*_~])(?=[^\s*_~])([^\n]{0,300}?[^\s*_~])\2(?=$|[\s)\]}"'”’.,:;!?<—–-])/g

function withoutMarks(text: string): string {
  if (!/[*_~]/.test(text)) return text
  return text
    .split(code)
    .map((part, position) => (position % 2 === 1 ? part : part.replace(marked, '$1$3')))
    .join('')
}

function tokenText(token: string, names: SlackNames): string {
  const bar = token.indexOf('|')
  const target = bar === -1 ? token : token.slice(0, bar)
  const label = bar === -1 ? '' : unescaped(token.slice(bar + 1))
  const id = target.slice(1)
  switch (target.charAt(0)) {
    case '@':
      return `@${names.people.get(id) ?? (label.replace(/^@/, '') || id)}`
    case '#':
      return `#${label.replace(/^#/, '') || names.channels.get(id) || id}`
    case '!':
      return specialText(id, label)
    default:
      return slackLink(unescaped(target), label)
  }
}

function specialText(special: string, label: string): string {
  const [name = '', seconds = ''] = special.split('^')
  if (name === 'date') return label || instantInWords(Number(seconds))
  if (name === 'subteam') return label || `@${seconds}`
  return label || `@${name}`
}

const instantInWords = (seconds: number): string =>
  Math.abs(seconds) < 8.64e12 ? new Date(seconds * 1000).toISOString() : 'a time'

/** A label is shown with where it leads, unless it says so itself. Other addresses than the web's are not repeated. */
export function slackLink(url: string, label: string): string {
  if (!/^https?:\/\//i.test(url)) return label || url.replace(/^mailto:/i, '')
  if (
    label === '' ||
    url.replace(/^https?:\/\//i, '').replace(/\/$/, '') === label.replace(/^https?:\/\//i, '')
  )
    return url
  return `${label} (${url})`
}
