import { useState } from 'react'
import { closeSharedScreensEndpoint } from '../../../shared/wire/access.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useChangeAccess } from '../../room/useChangeAccess.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import styles from './Audience.module.css'

/** A shared screen reads as well, by a key and whoever holds it. `count`: the keys that still work. */
export function SharedScreens({ count }: { count: number }) {
  const { postmortemId } = useRoom()
  const { change, problem, isSending } = useChangeAccess()
  const [isAsking, setAsking] = useState(false)
  const close = () =>
    change(
      () => callApi(closeSharedScreensEndpoint, { params: { postmortemId } }),
      () => {
        setAsking(false)
        announce('All shared screens are closed.')
      },
    )
  return (
    <section className={styles.section} aria-labelledby="shared-screens">
      <h3 id="shared-screens">Shared screens</h3>
      <p className={styles.about}>
        {count === 0
          ? 'No link to a shared screen works right now.'
          : `${count === 1 ? 'One link to a shared screen works' : `${count} links to a shared screen work`}. Whoever has such a link sees the screen, whoever may read.`}
      </p>
      {count > 0 && <Button onClick={() => setAsking(true)}>Close all shared screens</Button>}
      {isAsking && (
        <ConfirmDialog
          title="Close all shared screens?"
          verb="Close them"
          isBusy={isSending}
          problem={problem?.sentence ?? null}
          onConfirm={() => void close()}
          onClose={() => setAsking(false)}
        >
          They go dark at once, the one in the meeting room too. Opening the stage again makes a new link.
        </ConfirmDialog>
      )}
    </section>
  )
}
