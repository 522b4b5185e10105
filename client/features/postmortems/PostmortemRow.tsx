import { Link } from '@tanstack/react-router'
import { dayInWords } from '../../../shared/time/calendarDay.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Severity } from '../../ui/Severity.tsx'
import { PostmortemMarks } from './PostmortemMarks.tsx'
import styles from './Postmortems.module.css'
import { peopleInWords } from './peopleInWords.ts'
import { servicesInWords } from './servicesInWords.ts'

export function PostmortemRow({ postmortem }: { postmortem: PostmortemSummary }) {
  const { postmortemId, title, severity, services, incidentStartedAt, status, memberCount } = postmortem
  return (
    <tr>
      <th scope="row">
        <Link to="/p/$postmortemId" params={{ postmortemId }} className={styles.link}>
          {title}
        </Link>
        <span className={styles.marks}>
          <PostmortemMarks postmortem={postmortem} />
        </span>
      </th>
      <td className={styles.severity}>{severity && <Severity>{severity}</Severity>}</td>
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
      <td className={styles.status}>{status === 'ended' ? 'ended' : 'not met yet'}</td>
    </tr>
  )
}
