import { Button } from '../ui/Button.tsx'
import { FirstScreen } from '../ui/FirstScreen.tsx'

/** A new Candor. Whoever started it sees the terminal; nobody else can have it by being first here. */
export const NoOwnerPage = () => (
  <FirstScreen
    title="This Candor has no owner yet."
    purpose={
      <>
        <p>
          Open the link that the terminal printed when it started. It begins with{' '}
          <code>{location.origin}/setup/</code>
        </p>
        <p>If it is out of sight, start Candor again: each start prints a new one.</p>
      </>
    }
  >
    <Button size="lg" onClick={() => location.reload()}>
      Look again
    </Button>
  </FirstScreen>
)
