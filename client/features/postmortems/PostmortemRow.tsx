import { Link } from '@tanstack/react-router'
import { stageWords } from '../../../shared/meeting/stageInWords.ts'
import { dayInWords } from '../../../shared/time/calendarDay.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Severity } from '../../ui/Severity.tsx'
import { MarkedWords } from './MarkedWords.tsx'
import { PostmortemMarks } from './PostmortemMarks.tsx'
import styles from './Postmortems.module.css'
import { peopleInWords } from './peopleInWords.ts'
import { ReviewWindow } from './ReviewWindow.tsx'
import { servicesInWords } from './servicesInWords.ts'

export function PostmortemRow({ postmortem, words }: { postmortem: PostmortemSummary; words: string }) {
  const { postmortemId, title, severity, services, incidentStartedAt, memberCount, waiver } = postmortem
  return (
    <tr>
      <th scope="row">
        <Link to="/p/$postmortemId" params={{ postmortemId }} className={styles.link}>
          <MarkedWords text={title} words={words} />
        </Link>
        <span className={styles.marks}>
          <PostmortemMarks postmortem={postmortem} />
        </span>
        {waiver && (
          <span className={styles.waiver}>
            <MarkedWords text={waiver.reason} words={words} />
          </span>
        )}
      </th>
      <td>{severity && <Severity>{severity}</Severity>}</td>
      <td className={styles.services}>{servicesInWords(services)}</td>
      <td className={styles.when}>
        {incidentStartedAt === null ? (
          <span className={styles.unknown}>time not known</span>
        ) : (
          <time dateTime={new Date(incidentStartedAt).toISOString()}>
            {dayInWords(incidentStartedAt, viewerZone())}
          </time>
        )}
      </td>
      <td className={styles.people}>{peopleInWords(memberCount)}</td>
      <td className={styles.status}>
        {statusInWords(postmortem)}
        <ReviewWindow postmortem={postmortem} track="none" />
      </td>
    </tr>
  )
}

function statusInWords({ status, stage, format, waiver }: PostmortemSummary): string {
  if (waiver) return 'not reviewed'
  if (status === 'live') return 'live now'
  if (status === 'ended') return stage === 'review' ? 'ended' : `${stageWords[stage]} ended`
  if (stage !== 'review') return `${stageWords[stage]} not held yet`
  return format === 'async' ? 'async, not finished' : 'not met yet'
}
