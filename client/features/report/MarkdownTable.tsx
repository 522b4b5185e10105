import type { Tokens } from 'marked'
import styles from './MarkdownTable.module.css'
import { MarkdownTokens } from './MarkdownTokens.tsx'

/** Where the page is narrower than the table, the table scrolls by itself, by keyboard too. */
export function MarkdownTable({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: something that scrolls must be reachable to be scrolled
    <figure className={styles.scroll} aria-label={`${columnsOf(header)}, table`} tabIndex={0}>
      <table data-columns={header.length}>
        <thead>
          <tr>
            {header.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
              <th scope="col" key={column}>
                <MarkdownTokens tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position
            <tr key={position}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                <td key={column} data-label={header[column]?.text}>
                  <MarkdownTokens tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

const columnsOf = (header: Tokens.TableCell[]) =>
  header
    .map(({ text }) => text)
    .filter((text) => text !== '' && text !== '#')
    .slice(0, 2)
    .join(' and ')
