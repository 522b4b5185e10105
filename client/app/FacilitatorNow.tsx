import { TemplateChooser } from '../features/agenda/TemplateChooser.tsx'
import { DeskFloor } from '../features/desk/DeskFloor.tsx'
import { useMeeting } from '../room/useMeeting.ts'
import styles from './PhoneMeeting.module.css'

/** Facilitating from a phone: the floor here, the transport at the thumb, and it says so. */
export function FacilitatorNow() {
  const { status } = useMeeting()
  return (
    <>
      <p className={styles.said}>
        On a phone you have the floor and the clock. Agenda, prompts and roles are on a larger screen.
      </p>
      {status === 'scheduled' && <TemplateChooser />}
      {status !== 'ended' && <DeskFloor />}
    </>
  )
}
