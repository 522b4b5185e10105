import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'

type MenuItemProps = {
  onSelect: () => void
  icon?: ReactNode
  keys?: string
  disabled?: boolean
  children: ReactNode
}

export function MenuItem({ onSelect, icon, keys, disabled = false, children }: MenuItemProps) {
  return (
    <Base.Item className={styles.item} onClick={onSelect} disabled={disabled}>
      {icon}
      <span className={styles.words}>{children}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </Base.Item>
  )
}
