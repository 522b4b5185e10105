import { Plus } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './PieceButton.module.css'

type PieceButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  /** Whose piece it is and which: “Owner of action 3”. */
  label: string
  /** What is asked for while the piece is missing. */
  ask: string
  /** The piece as it is shown; null while it is missing. */
  shown: ReactNode
  /** A candidate needs it; an idea may go without. */
  isNeeded: boolean
}

/** One piece of an action: quiet once it is there, and asking for itself while it is not. */
export function PieceButton({ label, ask, shown, isNeeded, ...rest }: PieceButtonProps) {
  const look = shown !== null ? styles.there : isNeeded ? styles.needed : styles.offered
  return (
    <button {...rest} type="button" className={look} data-needed={(shown === null && isNeeded) || undefined}>
      <span className="vh">{label}: </span>
      {shown ?? (
        <>
          <Plus size={14} aria-hidden="true" />
          {ask}
        </>
      )}
    </button>
  )
}
