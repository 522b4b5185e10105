import { materialText } from '../../../shared/material/materialText.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAccess } from '../../room/useAccess.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { LinkField } from '../../ui/LinkField.tsx'
import styles from './Material.module.css'

/** The link, and the words a mail would have. */
export function ByHand({ link }: { link: string }) {
  const { me } = useRoom()
  const { startsAt, stage } = useMeeting()
  const incident = useIncident()
  const audience = useAccess().data?.audience
  const title = audience?.isRestricted === false ? (incident?.title ?? null) : null
  const told = { sentBy: me?.name ?? '', stage, title, startsAt, zone: viewerZone(), link }
  return (
    <div className={styles.byHand}>
      <LinkField label="The link" hint="It opens for colleagues who may read this." link={link} />
      <CopyButton text={materialText(told)} label="Copy a text with the link" kind="soft" />
    </div>
  )
}
