import { ActionTable } from '../features/action-items/ActionTable.tsx'
import { Board } from '../features/board/Board.tsx'
import { Floor } from '../features/floor/Floor.tsx'
import { ReadyToMoveOn } from '../features/floor/ReadyToMoveOn.tsx'
import type { PhoneTab } from '../features/phone/PhoneTabs.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { goodColumns } from './boardColumns.ts'
import { FacilitatorNow } from './FacilitatorNow.tsx'
import styles from './PhoneMeeting.module.css'
import { PhoneNow } from './PhoneNow.tsx'
import type { OpenedItem } from './useOpenedItem.ts'

type PhoneSheetProps = { tab: PhoneTab; opened: OpenedItem; facilitates: boolean }

/** What the chosen tab shows. */
export function PhoneSheet({ tab, opened, facilitates }: PhoneSheetProps) {
  switch (tab) {
    case 'now':
      return (
        <PhoneNow opened={opened} mayAdd={!facilitates}>
          {facilitates ? (
            <FacilitatorNow />
          ) : (
            <>
              <Floor hand={false} look="sunken" />
              <ReadyToMoveOn />
            </>
          )}
        </PhoneNow>
      )
    case 'timeline':
      return <Timeline />
    case 'cards':
      return opened.item?.step === 'wentWell' ? <Board key="good" kinds={goodColumns} /> : <Board key="all" />
    case 'actions':
      return (
        <div className={styles.padded}>
          <ActionTable />
        </div>
      )
  }
}
