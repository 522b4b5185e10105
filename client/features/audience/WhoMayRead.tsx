import { useState } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import type { Access } from '../../room/useAccess.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Audience.module.css'
import { AudienceChoice } from './AudienceChoice.tsx'
import { type AudienceDraft, draftOf, isSameAudience } from './audienceDraft.ts'
import { audienceInWords } from './audienceInWords.ts'
import { ChangeAudience } from './ChangeAudience.tsx'

/** The whole workspace, or only some of it. Nothing changes before it is said what follows. */
export function WhoMayRead({ access }: { access: Access }) {
  const { me } = useRoom()
  const [draft, setDraft] = useState<AudienceDraft | null>(null)
  const now = draftOf(access, me?.personId ?? null)
  const shown = draft ?? now
  return (
    <section className={styles.section} aria-labelledby="who-may-read">
      <h3 id="who-may-read">{audienceInWords(access.audience)}</h3>
      <Segmented
        label="Who may read"
        value={shown.isRestricted ? 'some' : 'workspace'}
        onChange={(readers) => setDraft({ ...shown, isRestricted: readers === 'some' })}
        options={[
          { value: 'workspace', label: 'The whole workspace' },
          { value: 'some', label: 'Only some' },
        ]}
      />
      {shown.isRestricted && <AudienceChoice access={access} draft={shown} onChoose={setDraft} />}
      {!isSameAudience(shown, now) && (
        <ChangeAudience
          draft={shown}
          wasRestricted={now.isRestricted}
          onChanged={() => setDraft(null)}
          onLeave={() => setDraft(null)}
        />
      )}
    </section>
  )
}
