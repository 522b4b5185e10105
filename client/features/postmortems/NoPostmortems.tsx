import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HorizonDrawing } from '../../ui/HorizonDrawing.tsx'

/** The first screen of a new Candor: the horizon, and two ways in. */
export const NoPostmortems = ({ onStart, onImport }: { onStart: () => void; onImport: () => void }) => (
  <EmptyState
    level={1}
    title="Nothing has gone wrong here yet."
    drawing={<HorizonDrawing />}
    actions={
      <>
        <Button kind="primary" size="lg" onClick={onStart}>
          Start a postmortem
        </Button>
        <Button size="lg" onClick={onImport}>
          Import incident files
        </Button>
      </>
    }
  >
    When something does, start with the facts you have. A title is enough, or drop an incident file anywhere
    on this page.
  </EmptyState>
)
