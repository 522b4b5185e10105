import styles from './Avatar.module.css'
import { initialsOf } from './initialsOf.ts'

export type AvatarSize = 18 | 20 | 24 | 28 | 32 | 40 | 72

type AvatarProps = {
  name: string
  /** 1 to 8: the person's colour in this meeting. */
  colour: number
  size?: AvatarSize
  /** A ring around who has the floor. */
  ring?: boolean
  /** The name is written beside it, so screen readers skip the picture. */
  decorative?: boolean
}

export function Avatar({ name, colour, size = 24, ring = false, decorative = false }: AvatarProps) {
  const className = `${styles.avatar} ${styles[`size${size}`]} ${ring ? styles.ring : ''}`
  if (decorative) {
    return (
      <span className={className} data-person={colour} aria-hidden="true">
        {initialsOf(name)}
      </span>
    )
  }
  return (
    <span className={className} data-person={colour} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  )
}
