import type { Tokens } from 'marked'
import { MarkdownTokens } from './MarkdownTokens.tsx'
import styles from './Report.module.css'

/** What the report writes where there is nothing to say. */
const nothing = ['–', 'nothing']

/** A table wider than a page of text, row by row: the second column as its title, the others named. */
export function MarkdownRecords({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    <ol className={styles.records}>
      {rows.map(([, title, ...cells], position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position
        <li key={position}>
          <p className={styles.recordTitle}>
            <MarkdownTokens tokens={title?.tokens ?? []} />
          </p>
          <dl className={styles.recordPieces}>
            {cells.map((cell, column) =>
              nothing.includes(cell.text) ? null : (
                <div key={header[column + 2]?.text}>
                  <dt>{header[column + 2]?.text}</dt>
                  <dd>
                    <MarkdownTokens tokens={cell.tokens} />
                  </dd>
                </div>
              ),
            )}
          </dl>
        </li>
      ))}
    </ol>
  )
}
