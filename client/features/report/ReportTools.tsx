import { Download, Printer } from 'lucide-react'
import { reportPath } from '../../../shared/wire/postmortems.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/buttonClass.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import styles from './Report.module.css'

export function ReportTools({ markdown }: { markdown: string }) {
  const { postmortemId } = useRoom()
  const { status } = useMeeting()
  return (
    <aside className={styles.tools} aria-label="Take the report along">
      <p className={styles.standing}>
        {status === 'ended'
          ? 'The meeting has ended. The facilitator and the notetaker may still finish the report.'
          : 'This is the report as it stands now. It changes with the meeting.'}
      </p>
      <a className={buttonClass({ kind: 'primary' })} href={reportPath(postmortemId)} download="">
        <Download aria-hidden="true" />
        Download Markdown
      </a>
      <CopyButton text={markdown} label="Copy as Markdown" />
      <Button kind="quiet" onClick={() => window.print()}>
        <Printer aria-hidden="true" />
        Print or save as PDF
      </Button>
    </aside>
  )
}
