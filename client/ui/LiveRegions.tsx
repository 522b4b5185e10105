import { useSyncExternalStore } from 'react'
import { spokenNow, subscribeToSpeech } from './liveRegions.ts'

/** The only two live regions. They stand in the shell from the start: one that arrives with its text is not read. */
export function LiveRegions() {
  const polite = useSyncExternalStore(subscribeToSpeech, () => spokenNow('polite'))
  const assertive = useSyncExternalStore(subscribeToSpeech, () => spokenNow('assertive'))
  return (
    <>
      <div className="vh" aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div className="vh" aria-live="assertive" aria-atomic="true">
        {assertive}
      </div>
    </>
  )
}
