import { useState } from 'react'
import { type EvidenceAnswers, noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { readClockOffset } from './clockOffset.ts'
import styles from './Evidence.module.css'
import type { EvidenceSource } from './evidenceMessages.ts'
import { SourceQuestions } from './SourceQuestions.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

type SourceSettingsProps = { source: EvidenceSource; importing: EvidenceImport; incidentZone: string }

/** What one source is, what it could not say by itself, and what of it could not be read. */
export function SourceSettings({ source, importing, incidentZone }: SourceSettingsProps) {
  const { settings, settle } = importing
  const { name, label, draftCount, problems, notes, needs } = source
  const answers = settings.answers[name] ?? noAnswers
  const answer = (change: Partial<EvidenceAnswers>) =>
    settle({ answers: { ...settings.answers, [name]: { ...answers, ...change } } })
  return (
    <section className={styles.source} aria-label={name}>
      <header className={styles.sourceHead}>
        <h3>{name}</h3>
        <span className={styles.count}>
          {label ?? 'not recognised'}, {draftCount} read
        </span>
        <Button size="sm" kind="quiet" onClick={() => settle({ without: [...settings.without, name] })}>
          Put away
        </Button>
      </header>
      {draftCount > 0 && (
        <div className={styles.questions}>
          {needs.length > 0 && <SourceQuestions {...{ source, answers, incidentZone }} onAnswer={answer} />}
          <OffsetField
            onOffset={(offsetMs) => settle({ offsetsMs: { ...settings.offsetsMs, [name]: offsetMs } })}
          />
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
            {problems.length} {problems.length === 1 ? 'part' : 'parts'} could not be read; the rest was
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

function OffsetField({ onOffset }: { onOffset: (offsetMs: number) => void }) {
  const [typed, setTyped] = useState('')
  const offset = readClockOffset(typed)
  return (
    <Field label="Its clock was off; add" error={offset === null ? 'Write it like +1:30, -90s or 2m.' : null}>
      {(control) => (
        <TextInput
          {...control}
          value={typed}
          placeholder="0:00"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => offset !== null && typed.trim() !== '' && onOffset(offset)}
          onKeyDown={({ key }) => key === 'Enter' && offset !== null && onOffset(offset)}
        />
      )}
    </Field>
  )
}
