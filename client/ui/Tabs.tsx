import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

type TabsProps = {
  /** What the tabs are parts of; read aloud. */
  label: string
  tabs: readonly { name: string; mark?: ReactNode; panel: ReactNode }[]
}

/** Parts of one thing, one at a time. What is begun in one stays while another is looked at. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <Base.Root defaultValue={tabs[0]?.name}>
    <Base.List className={styles.list} aria-label={label}>
      {tabs.map(({ name, mark }) => (
        <Base.Tab key={name} value={name} className={styles.tab}>
          {name} {mark}
        </Base.Tab>
      ))}
    </Base.List>
    {tabs.map(({ name, panel }) => (
      <Base.Panel key={name} value={name} keepMounted className={styles.panel}>
        {panel}
      </Base.Panel>
    ))}
  </Base.Root>
)
