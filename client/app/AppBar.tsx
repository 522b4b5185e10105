import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Mark } from '../ui/Mark.tsx'
import styles from './AppBar.module.css'

type AppBarProps = {
  /** Beside the mark: a title, tabs. */
  children?: ReactNode
  /** At the far end: saved state, faces, the account menu. */
  end?: ReactNode
  /** The word beside the mark; pages that need the room leave it out. */
  named?: boolean
}

/** The bar of every page, with the way past it for the keyboard. A page's main part has the id `main`. */
export const AppBar = ({ children, end, named = true }: AppBarProps) => (
  <>
    <a className="skip" href="#main">
      Skip to content
    </a>
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label="Candor, home">
        <Mark />
        {named && <span aria-hidden="true">Candor</span>}
      </Link>
      {children}
      <span className={styles.grow} />
      {end}
    </header>
  </>
)
