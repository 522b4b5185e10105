import { Segmented } from '../../ui/Segmented.tsx'
import type { CircumstancesFieldsProps } from './circumstancesForm.ts'
import { learningSignals, loweringWords } from './factWords.ts'
import { TickList } from './TickList.tsx'
import styles from './Triage.module.css'
import { toggled } from './toggled.ts'
import { YesNo } from './YesNo.tsx'

/** How much there is to learn from it. */
export function LearningFields({ draft, onChange }: Pick<CircumstancesFieldsProps, 'draft' | 'onChange'>) {
  const { signals, lowerings } = draft
  return (
    <>
      <ul className={styles.questions}>
        <li>
          <span>Do you know why it was possible?</span>
          <Segmented
            label="Do you know why it was possible?"
            value={draft.causeKnown ?? 'open'}
            onChange={(answer) => onChange({ causeKnown: answer === 'open' ? null : answer })}
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'partly', label: 'Partly' },
              { value: 'no', label: 'No' },
            ]}
          />
        </li>
        <YesNo
          question="Is it clear what follows from it?"
          value={draft.isFollowUpObvious}
          onChange={(isFollowUpObvious) => onChange({ isFollowUpObvious })}
        />
      </ul>
      <TickList
        label="What it was like"
        options={learningSignals}
        ticked={signals}
        onTick={(signal, isOn) => onChange({ signals: toggled(signals, signal, isOn) })}
      />
      <TickList
        label="Why a meeting may not be needed"
        options={loweringWords}
        ticked={lowerings}
        onTick={(lowering, isOn) => onChange({ lowerings: toggled(lowerings, lowering, isOn) })}
      />
    </>
  )
}
