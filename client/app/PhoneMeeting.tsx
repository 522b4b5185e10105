import { useState } from 'react'
import { Transport } from '../features/desk/Transport.tsx'
import { HandButton } from '../features/floor/HandButton.tsx'
import { type PhoneTab, PhoneTabs } from '../features/phone/PhoneTabs.tsx'
import { PhoneTop } from '../features/phone/PhoneTop.tsx'
import { useWakeLock } from '../features/phone/useWakeLock.ts'
import { useCan, useMeeting } from '../room/useMeeting.ts'
import styles from './PhoneMeeting.module.css'
import { PhoneSheet } from './PhoneSheet.tsx'
import type { OpenedItem } from './useOpenedItem.ts'

/** One moment at a time: the clock, the question, the floor, and the hand at the thumb. */
export function PhoneMeeting({ opened }: { opened: OpenedItem }) {
  const { status } = useMeeting()
  const facilitates = useCan('steerFloor')
  const takesTurns = useCan('takeTurns')
  const [tab, setTab] = useState<PhoneTab>('now')
  useWakeLock(status === 'live')
  return (
    <div className={styles.phone} data-phone={status}>
      <PhoneTop />
      <main className={styles.sheet} id="main" data-tab={tab} data-region="">
        <PhoneSheet tab={tab} opened={opened} facilitates={facilitates} />
      </main>
      <div className={styles.dock} data-region="">
        {facilitates && <Transport isNarrow />}
        {!facilitates && takesTurns && status !== 'ended' && (
          <div className={styles.hand}>
            <HandButton isLarge />
          </div>
        )}
        <PhoneTabs shown={tab} onShow={setTab} />
      </div>
    </div>
  )
}
