import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import styles from './TextInput.module.css'

type TextAreaProps = ComponentProps<'textarea'> & {
  /** Set as code: for what a machine wrote. */
  code?: boolean
}

/** As tall as what is written in it. */
export function TextArea({ className = '', code = false, ref, value, ...rest }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new text may need another height
  useLayoutEffect(() => {
    if (own.current && !CSS.supports?.('field-sizing', 'content')) fitHeight(own.current)
  }, [value])
  return (
    <textarea
      rows={2}
      {...rest}
      value={value}
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      className={`${styles.input} ${styles.area} ${code ? styles.code : ''} ${className}`}
    />
  )
}

function fitHeight(area: HTMLTextAreaElement) {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px` // and its borders
}
