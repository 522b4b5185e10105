import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '../../ui/buttonClass.ts'
import { FirstScreen } from '../../ui/FirstScreen.tsx'

/** A link that opens nothing, or nothing any more: why that may be, and the way on. */
export const LinkRefused = ({ title, children }: { title: string; children: ReactNode }) => (
  <FirstScreen title={title} purpose={children}>
    <Link to="/" className={buttonClass({ kind: 'primary', size: 'lg' })}>
      Go to Candor
    </Link>
  </FirstScreen>
)
