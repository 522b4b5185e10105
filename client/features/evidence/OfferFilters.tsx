import { useState } from 'react'
import type { EventKind } from '../../../shared/evidence/eventKinds.ts'
import { readTypedTime } from '../../../shared/time/typedTime.ts'
import type { OfferFilter } from './filterOffers.ts'
import styles from './ImportPreview.module.css'
import { kindWords } from './kindWords.ts'

type OfferFiltersProps = {
  filter: OfferFilter
  onFilter: (filter: OfferFilter) => void
  kinds: readonly EventKind[]
  sources: readonly string[]
  zone: string
  /** Gives the day where a time is typed without one. */
  nearAt: number
}

/** Of what is offered, which is shown. */
export function OfferFilters({ filter, onFilter, kinds, sources, zone, nearAt }: OfferFiltersProps) {
  const change = (part: Partial<OfferFilter>) => onFilter({ ...filter, ...part })
  return (
    <fieldset className={styles.tools}>
      <legend className="vh">What is shown</legend>
      <select
        aria-label="Kind"
        value={filter.kind}
        onChange={({ currentTarget }) =>
          change({ kind: kinds.find((one) => one === currentTarget.value) ?? 'all' })
        }
      >
        <option value="all">Every kind</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindWords[one]}
          </option>
        ))}
      </select>
      {sources.length > 1 && (
        <select
          aria-label="Source"
          value={filter.source ?? ''}
          onChange={({ currentTarget }) => change({ source: currentTarget.value || null })}
        >
          <option value="">Every source</option>
          {sources.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      )}
      <input
        type="search"
        className={styles.sought}
        aria-label="Words"
        placeholder="Words"
        value={filter.words}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
      />
      <TimeLimit label="From" {...{ zone, nearAt }} onLimit={(from) => change({ from })} />
      <TimeLimit label="Until" {...{ zone, nearAt }} onLimit={(to) => change({ to })} />
    </fieldset>
  )
}

type TimeLimitProps = { label: string; zone: string; nearAt: number; onLimit: (at: number | null) => void }

function TimeLimit({ label, zone, nearAt, onLimit }: TimeLimitProps) {
  const [typed, setTyped] = useState('')
  const read = readTypedTime(typed, { zone, near: nearAt })
  const isWrong = typed.trim() !== '' && !read.ok
  return (
    <input
      type="search"
      className={styles.time}
      aria-label={`${label}, in ${zone}`}
      placeholder={`${label} 14:31`}
      title={isWrong ? read.problem : `A time like 14:31 or 2026-03-10 14:31, in ${zone}`}
      aria-invalid={isWrong || undefined}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        const next = readTypedTime(value, { zone, near: nearAt })
        onLimit(next.ok ? next.value : null)
      }}
    />
  )
}
