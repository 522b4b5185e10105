import { Link } from '@tanstack/react-router'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/buttonClass.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HorizonDrawing } from '../../ui/HorizonDrawing.tsx'

/** The first screen of a new Candor: the horizon, and two ways in. */
export const NoPostmortems = ({ onImport }: { onImport: () => void }) => (
  <EmptyState
    level={1}
    title="Nothing has gone wrong here yet."
    drawing={<HorizonDrawing />}
    actions={
      <>
        <Link to="/new" className={buttonClass({ kind: 'primary', size: 'lg' })}>
          Start a postmortem
        </Link>
        <Button size="lg" onClick={onImport}>
          Import incident files
        </Button>
      </>
    }
  >
    When something does, start with the facts you have. Candor suggests whether it needs a meeting, and for
    how long. Or drop an incident file anywhere on this page.
  </EmptyState>
)
