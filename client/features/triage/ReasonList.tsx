import { ChevronRight, Minus, Plus } from 'lucide-react'
import type { Verdict } from '../../../shared/triage/recommend.ts'
import styles from './ReasonList.module.css'

const signs = {
  '+': { Icon: Plus, words: 'Asks for more:' },
  '-': { Icon: Minus, words: 'Asks for less:' },
  '=': { Icon: ChevronRight, words: '' },
} as const

/** Each reason maps to one answer. */
export const ReasonList = ({ reasons }: Pick<Verdict, 'reasons'>) => (
  <ul className={styles.reasons}>
    {reasons.map(({ sign, sentence }) => {
      const { Icon, words } = signs[sign]
      return (
        <li key={sentence} data-sign={sign}>
          <Icon aria-hidden="true" />
          <span>
            {words && <span className="vh">{words} </span>}
            {sentence}
          </span>
        </li>
      )
    })}
  </ul>
)
