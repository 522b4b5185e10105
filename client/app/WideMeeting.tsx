import { useState } from 'react'
import { guideByStep } from '../../shared/guide/agendaTemplates.ts'
import { AgendaRail } from '../features/agenda/AgendaRail.tsx'
import { TemplateChooser } from '../features/agenda/TemplateChooser.tsx'
import { ParkingLot } from '../features/board/ParkingLot.tsx'
import { Desk } from '../features/desk/Desk.tsx'
import { Transport } from '../features/desk/Transport.tsx'
import { Floor } from '../features/floor/Floor.tsx'
import { ReadyToMoveOn } from '../features/floor/ReadyToMoveOn.tsx'
import { useTimeline } from '../room/useContent.ts'
import { useCan } from '../room/useMeeting.ts'
import { Ask } from './Ask.tsx'
import { useMediaQuery } from './useMediaQuery.ts'
import type { OpenedItem } from './useOpenedItem.ts'
import styles from './WideMeeting.module.css'
import { WorkArea } from './WorkArea.tsx'

/** The rail, the work, and for whoever facilitates the desk and the transport. */
export function WideMeeting({ opened }: { opened: OpenedItem }) {
  const facilitates = useCan('steerFloor')
  const hasRoom = useMediaQuery('(min-width: 1101px)')
  const isEmpty = useTimeline().length === 0
  // An empty strip shows nothing, and events are written in the list only.
  const [isListWished, setListWished] = useState<boolean | null>(null)
  const isStripUsual = facilitates || !hasRoom
  const isListOpen = isListWished ?? isEmpty
  const timeline = !isStripUsual || isListOpen ? 'column' : 'strip'
  return (
    <div className={styles.room} data-room="" data-facilitates={facilitates || undefined}>
      <aside className={styles.rail} aria-label="The meeting" data-region="">
        <AgendaRail openedItemId={opened.item?.id ?? null} onOpen={opened.open} />
        {!facilitates && <Floor />}
        {!facilitates && <ReadyToMoveOn />}
        <ParkingLot />
        <p className={`say ${styles.tone}`}>{guideByStep.tone.prompt}</p>
      </aside>
      <main className={styles.work} id="main" aria-labelledby="prompt" data-region="">
        <Ask
          opened={opened}
          facilitates={facilitates}
          timelineList={isStripUsual ? { isOpen: isListOpen, onToggle: setListWished } : null}
        />
        {opened.item && <WorkArea item={opened.item} timeline={timeline} />}
      </main>
      {facilitates && (
        <Desk>
          <TemplateChooser />
        </Desk>
      )}
      {facilitates && <Transport />}
    </div>
  )
}
