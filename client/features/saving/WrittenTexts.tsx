import type { PresencePlace } from '../../../shared/wire/presence.ts'
import type { WrittenText } from '../../device/setAside.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import styles from './WrittenTexts.module.css'

/** What somebody wrote, place by place, to read and to take along. */
export const WrittenTexts = ({ texts }: { texts: readonly WrittenText[] }) => (
  <ul className={styles.texts}>
    {texts.map(({ place, text }, position) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever goes as a whole
      <li key={position} className={styles.text}>
        <div>
          <small>{placeInWords(place)}</small>
          <p>{text}</p>
        </div>
        <CopyButton text={text} label="Copy" size="sm" />
      </li>
    ))}
  </ul>
)

/** All of it, as one text. */
export const inOnePiece = (texts: readonly WrittenText[]): string =>
  texts.map(({ place, text }) => `${placeInWords(place)}\n${text}`).join('\n\n')

function placeInWords(place: PresencePlace): string {
  switch (place.in) {
    case 'card':
      return 'A card'
    case 'timelineEvent':
      return 'An event on the timeline'
    case 'action':
      return 'An action'
    case 'notes':
      return 'Notes'
    case 'prose':
      return place.id === 'summary' ? 'Summary' : 'Impact'
  }
}
