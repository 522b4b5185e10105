import { Lock } from 'lucide-react'
import { useAccess } from '../../room/useAccess.ts'
import { Tag } from '../../ui/Tag.tsx'
import { audienceInWords } from './audienceInWords.ts'
import styles from './RestrictedMark.module.css'

/** Says beside the title that not everyone may read this, before anybody writes or shares. */
export function RestrictedMark() {
  const { data } = useAccess()
  if (!data?.audience.isRestricted) return null
  const words = audienceInWords(data.audience)
  return (
    <span className={styles.mark} title={words}>
      <Tag>
        <Lock aria-hidden="true" />
        <span className={styles.word}>Restricted</span>
        <span className="vh">. {words}</span>
      </Tag>
    </span>
  )
}
