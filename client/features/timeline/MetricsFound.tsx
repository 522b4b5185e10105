import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './Metrics.module.css'
import { pointsInWords } from './metricChoice.ts'
import type { FoundLines } from './metricMessages.ts'

const PROBLEMS_SHOWN = 8

type MetricsFoundProps = {
  found: FoundLines
  /** Those that are not wanted, by their place in `found`. */
  left: ReadonlySet<number>
  onLeave: (left: ReadonlySet<number>) => void
}

/** The lines of a file to choose from, and what of it could not be read. */
export function MetricsFound({ found: { lines, problems }, left, onLeave }: MetricsFoundProps) {
  const want = (nth: number, isWanted: boolean) => {
    const others = [...left].filter((other) => other !== nth)
    onLeave(new Set(isWanted ? others : [...others, nth]))
  }
  return (
    <>
      <fieldset className={styles.found} aria-label="Lines found">
        {lines.map((found, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a file may have one name
          <Checkbox key={nth} checked={!left.has(nth)} onChange={(isWanted) => want(nth, isWanted)}>
            {found.name}: {pointsInWords(found)}
          </Checkbox>
        ))}
      </fieldset>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="Not read">
          {problems.slice(0, PROBLEMS_SHOWN).map(({ line, problem }, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one line may have two problems
            <li key={nth}>{line === null ? problem : `Line ${line}: ${problem}`}</li>
          ))}
          {problems.length > PROBLEMS_SHOWN && <li>And {problems.length - PROBLEMS_SHOWN} more.</li>}
        </ul>
      )}
    </>
  )
}
