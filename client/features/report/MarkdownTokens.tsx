import type { MarkedToken, Token, Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { safeUrl } from '../../../shared/content/fields.ts'
import { MarkdownRecords } from './MarkdownRecords.tsx'
import { MarkdownTable } from './MarkdownTable.tsx'

/** More do not fit beside each other in the report's measure, nor on paper. */
const MOST_COLUMNS = 6

/**
 * Markdown as elements of the page. HTML inside it is shown as the text it is, and a link that is not to the web or to
 * a mail address is no link: nothing anyone typed can run here.
 */
export const MarkdownTokens = ({ tokens }: { tokens: readonly Token[] }): ReactNode =>
  tokens.map((token, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity, and hold nothing that could get lost
    <Fragment key={position}>{element(token as MarkedToken)}</Fragment> // the lexer has no extensions
  ))

function element(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'heading': {
      const Heading = token.depth <= 3 ? 'h4' : 'h5' // under the section's own h3
      return <Heading>{inner(token)}</Heading>
    }
    case 'paragraph':
      return <p>{inner(token)}</p>
    case 'list':
      return token.ordered ? <ol start={Number(token.start)}>{items(token)}</ol> : <ul>{items(token)}</ul>
    case 'table':
      return token.header.length > MOST_COLUMNS ? (
        <MarkdownRecords table={token} />
      ) : (
        <MarkdownTable table={token} />
      )
    case 'blockquote':
      return <blockquote>{inner(token)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'strong':
      return <strong>{inner(token)}</strong>
    case 'em':
      return <em>{inner(token)}</em>
    case 'del':
      return <del>{inner(token)}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return safeUrl.safeParse(token.href).success ? (
        <a href={token.href} rel="noreferrer" target="_blank">
          {inner(token)}
        </a>
      ) : (
        token.text
      )
    case 'text':
      return token.tokens ? inner(token) : token.text
    case 'escape':
    case 'html':
    case 'image':
      return token.text
    default:
      return null // blank lines and link definitions
  }
}

const inner = ({ tokens = [] }: { tokens?: Token[] }) => <MarkdownTokens tokens={tokens} />

const items = ({ items: listed }: Tokens.List): ReactNode =>
  listed.map((item, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: like the tokens above
    <li key={position}>
      <MarkdownTokens tokens={item.tokens} />
    </li>
  ))
