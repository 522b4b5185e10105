import { lexer, type Token, type Tokens } from 'marked'

export type ReportSection = { id: string; title: Tokens.Heading; text: string; body: Token[] }

export type ReportParts = {
  /** The document's own title; null where the Markdown has none. */
  title: Tokens.Heading | null
  /** What stands between the title and the first section. */
  head: Token[]
  sections: ReportSection[]
}

/** A report's Markdown cut at its second-level headings. */
export function reportParts(markdown: string): ReportParts {
  const parts: ReportParts = { title: null, head: [], sections: [] }
  for (const token of lexer(markdown)) {
    if (isHeading(token, 1) && parts.sections.length === 0) parts.title = token
    else if (isHeading(token, 2)) {
      const text = plainText(token.tokens)
      parts.sections.push({ id: sectionId(text), title: token, text, body: [] })
    } else (parts.sections.at(-1)?.body ?? parts.head).push(token)
  }
  return parts
}

const isHeading = (token: Token, depth: number): token is Tokens.Heading =>
  token.type === 'heading' && token.depth === depth

/** The report's second-level headings are its own, fixed and different from one another. */
const sectionId = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

export const plainText = (tokens: readonly Token[]): string =>
  tokens.map((token) => ('text' in token && typeof token.text === 'string' ? token.text : '')).join('')
