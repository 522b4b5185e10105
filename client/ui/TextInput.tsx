import type { ComponentProps } from 'react'
import styles from './TextInput.module.css'

export function TextInput({ size = 'md', className = '', ...rest }: TextInputProps) {
  return <input type="text" {...rest} className={`${styles.input} ${styles[size]} ${className}`} />
}

type TextInputProps = Omit<ComponentProps<'input'>, 'size'> & { size?: 'md' | 'lg' }
