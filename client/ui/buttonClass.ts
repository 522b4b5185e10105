import styles from './Button.module.css'

export type ButtonLook = {
  kind?: 'default' | 'primary' | 'soft' | 'quiet' | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
  /** Square, for a single icon. It then needs a label. */
  icon?: boolean | undefined
  /** As wide as its container. */
  block?: boolean | undefined
}

/** The look of a button for what is not one: a link. */
export const buttonClass = ({ kind = 'default', size = 'md', icon, block }: ButtonLook): string =>
  [styles.button, styles[kind], styles[size], icon && styles.icon, block && styles.block]
    .filter(Boolean)
    .join(' ')
