import { useRoom } from '../../room/RoomProvider.tsx'
import { useShortName } from '../../room/shortName.ts'
import { useCards } from '../../room/useContent.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import styles from './JustAdded.module.css'

/** The newest card of someone else, so that a phone notices the room. */
export function JustAdded() {
  const { me } = useRoom()
  const newest = useCards()
    .filter(({ by, text }) => by !== null && by !== me?.personId && text.trim() !== '')
    .reduce<ReturnType<typeof useCards>[number] | null>(
      (latest, card) => (latest === null || card.createdAt > latest.createdAt ? card : latest),
      null,
    )
  const name = useShortName(newest?.by ?? null)
  const now = useServerNow(30_000)
  if (!newest) return null
  return (
    <section className={styles.just} aria-label="Just added">
      <Glyph kind={newest.place.kind} />
      <p>
        {newest.text}{' '}
        <span>
          {name}
          {now !== null && `, ${agoInWords(now - newest.createdAt)}`}
        </span>
      </p>
    </section>
  )
}

function agoInWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return 'just now'
  return minutes < 60 ? `${minutes} min ago` : 'earlier'
}
