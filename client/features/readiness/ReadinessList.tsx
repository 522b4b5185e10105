import type { ReactNode } from 'react'
import { numberInWords } from '../../../shared/numberInWords.ts'
import { type ReadinessKey, readinessGroups } from '../../../shared/readiness/readinessItems.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { KnownUnknowns } from './KnownUnknowns.tsx'
import styles from './Readiness.module.css'
import { ReadinessBar } from './ReadinessBar.tsx'
import { ReadinessRow } from './ReadinessRow.tsx'
import { useReadinessItems } from './useReadinessItems.ts'

/** What is gathered before the meeting and what is not; `linkTo` leads to where a thing is done, given its name. */
export function ReadinessList({ linkTo }: { linkTo: (key: ReadinessKey, title: string) => ReactNode }) {
  const readiness = useReadinessItems()
  if (!readiness) return <Skeleton rows={8} label="The document is on its way" />
  const { items, ready, started, applying } = readiness
  const open = applying - ready
  return (
    <section aria-labelledby="readiness">
      <p className={styles.sentence}>{openInWords(open)}</p>
      <header className={styles.head}>
        <h2 id="readiness">Readiness</h2>
        <span className={styles.count}>
          {ready} of {applying}
          <span className="vh"> that apply are ready</span>
        </span>
      </header>
      <ReadinessBar ready={ready} started={started} applying={applying} />
      {readinessGroups.map(({ group, title }) => (
        <section key={group} aria-labelledby={`ready-${group}`}>
          <h3 id={`ready-${group}`} className={styles.group}>
            {title}
          </h3>
          <ul className={styles.items}>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <ReadinessRow key={item.key} item={item} link={linkTo(item.key, item.title)} />
              ))}
          </ul>
        </section>
      ))}
      <KnownUnknowns items={items} />
    </section>
  )
}

function openInWords(open: number): string {
  if (open === 0) return 'Everything that applies is ready.'
  const words = numberInWords(open)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${open === 1 ? 'thing is' : 'things are'} still open.`
}
