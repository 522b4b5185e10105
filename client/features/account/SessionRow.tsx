import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import type { AccountSession } from '../../../shared/wire/account.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './Account.module.css'

type SessionRowProps = { session: AccountSession; isBusy: boolean; onEnd: () => void }

export function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const { browser, startedAt, lastSeenAt, isThis } = session
  const name = browser || 'A browser that did not say what it is'
  return (
    <li className={styles.session}>
      <div className={styles.sessionWords}>
        <p className={styles.browser}>
          {name}
          {isThis && <Tag tone="accent">This browser</Tag>}
        </p>
        <p className={styles.seen}>
          {!isThis && <span>Last seen {when(lastSeenAt)}</span>}
          <span>Signed in {when(startedAt)}</span>
        </p>
      </div>
      {!isThis && (
        <Button size="sm" aria-disabled={isBusy || undefined} onClick={onEnd}>
          End<span className="vh"> the session on {name}</span>
        </Button>
      )}
    </li>
  )
}

const when = (at: number) => momentWithDay({ at, precision: 'minute' }, viewerZone())
