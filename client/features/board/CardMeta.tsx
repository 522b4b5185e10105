import { EyeOff, Link2 } from 'lucide-react'
import { useState } from 'react'
import { type Card, lacksEvidence } from '../../../shared/content/cards.ts'
import { linkInWords } from '../../../shared/content/webLink.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import { CommentButton } from '../../room/CommentButton.tsx'
import { useHorizon } from '../../room/horizonView.tsx'
import { useAttachments } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { usePerson } from '../../room/usePerson.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './CardMeta.module.css'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { factorInWords } from './factorInWords.ts'

/** The line under a card: who is at it, where it can be checked, whose it is. */
export function CardMeta({
  card,
  isBeyond,
  others,
  tabIndex,
}: {
  card: Card
  isBeyond: boolean
  others: string | null
  tabIndex: 0 | -1
}) {
  const author = usePerson(card.by)
  const factor = card.place.kind === 'interpretation' && card.factor
  return (
    <p className={styles.meta}>
      {factor && <Tag>{factorInWords[factor]}</Tag>}
      {others ? <span>{others}</span> : isBeyond ? <BeyondWords card={card} /> : <Evidence card={card} />}
      <span className={styles.comments} data-authored={card.by !== null || undefined}>
        <CommentButton anchor={{ on: 'card', id: card.id }} quote={card.text} tabIndex={tabIndex} />
      </span>
      {card.by && (
        <span className={styles.author}>
          <span className="vh">by </span>
          <Avatar name={author.name} colour={author.colour} size={20} />
        </span>
      )}
    </p>
  )
}

function BeyondWords({ card }: { card: Card }) {
  const zone = useIncident()?.zone ?? 'UTC'
  const { horizonAt } = useHorizon()
  const isDated = card.firstSeenAt !== null && horizonAt !== null
  return (
    <span className={styles.quiet}>
      <EyeOff size={13} aria-hidden="true" />
      {isDated ? `First seen at ${clockTime(card.firstSeenAt ?? 0, zone)}` : 'Past the horizon'}
    </span>
  )
}

function Evidence({ card }: { card: Card }) {
  const mayEdit = useMayEdit()
  const attachments = useAttachments()
  const [isLinking, setLinking] = useState(false)
  if (card.evidenceUrl) {
    return (
      <a
        className={styles.evidence}
        href={card.evidenceUrl}
        target="_blank"
        rel="noreferrer noopener"
        tabIndex={-1}
      >
        <Link2 size={13} aria-hidden="true" />
        {linkInWords(card.evidenceUrl, location.origin)}
      </a>
    )
  }
  if (!lacksEvidence(card, attachments) || !mayEdit || card.text.trim() === '') return null
  return (
    <>
      <button type="button" className={styles.ask} tabIndex={-1} onClick={() => setLinking(true)}>
        How do we know?
      </button>
      {isLinking && <EvidenceDialog card={card} onClose={() => setLinking(false)} />}
    </>
  )
}
