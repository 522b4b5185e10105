import { useState } from 'react'
import type { Facts } from '../../../shared/triage/facts.ts'
import { recommend } from '../../../shared/triage/recommend.ts'
import { formatWords } from '../../../shared/triage/reviewFormats.ts'
import { verdictInWords } from '../../../shared/triage/verdictInWords.ts'
import type { Triage } from '../../../shared/wire/triage.ts'
import { useMeeting, useMyRole } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { DecideFormat } from './DecideFormat.tsx'
import styles from './Incident.module.css'
import { ReasonList } from './ReasonList.tsx'

type SuggestedNowProps = { facts: Facts; newest: Triage | null }

/** What the rules make of what is known now, beside what was decided: nothing changes that but somebody's decision. */
export function SuggestedNow({ facts, newest }: SuggestedNowProps) {
  const { status } = useMeeting()
  const role = useMyRole()
  const [isDeciding, setDeciding] = useState(false)
  const verdict = recommend(facts)
  const mayDecide = status === 'scheduled' && role !== null && role !== 'observer'
  return (
    <div className={styles.suggested}>
      <p>
        <b>
          {verdict ? `Suggested: ${uncapitalised(verdictInWords(verdict))}` : 'Nothing is suggested yet.'}
        </b>{' '}
        {newest ? decidedInWords(newest) : 'Nobody has decided yet how it is reviewed.'}
      </p>
      {mayDecide && (
        <Button size="sm" onClick={() => setDeciding(true)}>
          Decide…<span className="vh"> how it is reviewed</span>
        </Button>
      )}
      {verdict && verdict.reasons.length > 0 && (
        <details>
          <summary>Why</summary>
          <ReasonList reasons={verdict.reasons} />
        </details>
      )}
      {isDeciding && (
        <DecideFormat
          facts={facts}
          title="How it is reviewed"
          verb="Decide"
          first={verdict?.format ?? newest?.format ?? 'full'}
          onClose={() => setDeciding(false)}
        />
      )}
    </div>
  )
}

const uncapitalised = (words: string) => words.replace(/^./, (letter) => letter.toLowerCase())

const decidedInWords = ({ format, reason, by }: Triage): string => {
  const who = by ? ` by ${by.name}` : ''
  return `Decided${who}: ${formatWords[format].name}${reason ? `, because: ${reason}` : '.'}`
}
