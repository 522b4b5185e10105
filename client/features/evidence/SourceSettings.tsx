import { useState } from 'react'
import { type EvidenceAnswers, noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { readClockOffset } from './clockOffset.ts'
import type { EvidenceSource } from './evidenceMessages.ts'
import styles from './ImportPreview.module.css'
import { SourceQuestions } from './SourceQuestions.tsx'
import { sourceStanding } from './sourceStanding.ts'
import type { EvidenceImport } from './useEvidenceImport.ts'

type SourceSettingsProps = { source: EvidenceSource; importing: EvidenceImport; incidentZone: string }

/** What one source is, what it could not say by itself, and what of it could not be read. */
export function SourceSettings({ source, importing, incidentZone }: SourceSettingsProps) {
  const { settings, settle } = importing
  const { name, label, draftCount, problems, notes, needs } = source
  const answers = settings.answers[name] ?? noAnswers
  const [isClockOff, setClockOff] = useState(false)
  const answer = (change: Partial<EvidenceAnswers>) =>
    settle({ answers: { ...settings.answers, [name]: { ...answers, ...change } } })
  return (
    <section className={styles.source} aria-label={name}>
      <header className={styles.sourceHead}>
        <h3>{name}</h3>
        <span className={styles.count}>
          {label ?? 'not recognised'}, {readInWords(source)}
        </span>
        <span className={styles.sourceWays}>
          {draftCount > 0 && (
            <Button
              size="sm"
              kind="quiet"
              aria-expanded={isClockOff}
              onClick={() => setClockOff(!isClockOff)}
            >
              Its clock was off<span className="vh">: {name}</span>
            </Button>
          )}
          <Button size="sm" kind="quiet" onClick={() => settle({ without: [...settings.without, name] })}>
            Put away<span className="vh">: {name}</span>
          </Button>
        </span>
      </header>
      {draftCount > 0 && (needs.length > 0 || isClockOff) && (
        <div className={styles.questions}>
          {needs.length > 0 && <SourceQuestions {...{ source, answers, incidentZone }} onAnswer={answer} />}
          {isClockOff && (
            <OffsetField
              offsetMs={settings.offsetsMs[name] ?? 0}
              onOffset={(offsetMs) => settle({ offsetsMs: { ...settings.offsetsMs, [name]: offsetMs } })}
            />
          )}
        </div>
      )}
      {notes.map(({ note }) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {problems.length > 0 && (
        <details className={styles.problems} open={draftCount === 0}>
          <summary>
            {draftCount === 0
              ? 'Why it was not read'
              : `${problems.length} ${problems.length === 1 ? 'part' : 'parts'} could not be read; the rest was`}
          </summary>
          <ul>
            {problems.map(({ of, line, problem }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines can have the same problem, and none moves
              <li key={place}>
                {of}
                {line !== null && `, line ${line}`}: {problem}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function readInWords(source: EvidenceSource): string {
  const count = source.draftCount.toLocaleString('en')
  switch (sourceStanding(source).is) {
    case 'read':
      return `${count} read`
    case 'partlyRead':
      return `${count} read, not all of it`
    case 'refused':
      return 'not read'
  }
}

type OffsetFieldProps = { offsetMs: number; onOffset: (offsetMs: number) => void }

function OffsetField({ offsetMs, onOffset }: OffsetFieldProps) {
  const [typed, setTyped] = useState(offsetMs === 0 ? '' : `${offsetMs / 1_000}s`)
  const offset = readClockOffset(typed)
  const settle = () => offset !== null && offset !== offsetMs && onOffset(offset)
  return (
    <Field
      label="To each of its times, add"
      error={offset === null ? 'Write it like +1:30, -90s or 2m.' : null}
    >
      {(control) => (
        <TextInput
          {...control}
          autoFocus
          value={typed}
          placeholder="0:00"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={settle}
          onKeyDown={({ key }) => key === 'Enter' && settle()}
        />
      )}
    </Field>
  )
}
