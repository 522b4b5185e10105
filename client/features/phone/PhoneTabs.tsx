import { Check, Clock3, Crosshair, MessageSquare } from 'lucide-react'
import styles from './PhoneTabs.module.css'

export const phoneTabs = ['now', 'timeline', 'cards', 'actions'] as const
export type PhoneTab = (typeof phoneTabs)[number]

const looks = {
  now: { label: 'Now', icon: <Crosshair aria-hidden="true" /> },
  timeline: { label: 'Timeline', icon: <Clock3 aria-hidden="true" /> },
  cards: { label: 'Cards', icon: <MessageSquare aria-hidden="true" /> },
  actions: { label: 'Actions', icon: <Check aria-hidden="true" /> },
} satisfies Record<PhoneTab, unknown>

export const PhoneTabs = ({ shown, onShow }: { shown: PhoneTab; onShow: (tab: PhoneTab) => void }) => (
  <nav className={styles.tabs} aria-label="Parts of the meeting">
    {phoneTabs.map((tab) => (
      <button
        key={tab}
        type="button"
        aria-current={tab === shown ? 'page' : undefined}
        onClick={() => onShow(tab)}
      >
        {looks[tab].icon}
        {looks[tab].label}
      </button>
    ))}
  </nav>
)
