import { Link } from '@tanstack/react-router'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { buttonClass } from '../../ui/buttonClass.ts'
import { Severity } from '../../ui/Severity.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { PostmortemMarks } from './PostmortemMarks.tsx'
import styles from './Postmortems.module.css'
import { peopleInWords } from './peopleInWords.ts'
import { ReviewWindow } from './ReviewWindow.tsx'
import { servicesInWords } from './servicesInWords.ts'

export function LivePostmortem({ postmortem }: { postmortem: PostmortemSummary }) {
  const { postmortemId, title, severity, services, memberCount } = postmortem
  const about = [servicesInWords(services), peopleInWords(memberCount)].filter(Boolean).join(' · ')
  return (
    <li className={styles.livePostmortem}>
      <div className={styles.liveWords}>
        <p className={styles.liveTags}>
          <Tag tone="live">Live now</Tag>
          {severity && <Severity>{severity}</Severity>}
          <PostmortemMarks postmortem={postmortem} />
        </p>
        <h2 className={styles.liveTitle}>{title}</h2>
        <p className={styles.liveAbout}>{about}</p>
        <div className={styles.liveAbout}>
          <ReviewWindow postmortem={postmortem} track="plain" />
        </div>
      </div>
      <Link
        to="/p/$postmortemId"
        params={{ postmortemId }}
        className={buttonClass({ kind: 'primary', size: 'lg' })}
        aria-label={`Join ${title}`}
      >
        Join
      </Link>
    </li>
  )
}
