import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './buttonClass.ts'
import { Spinner } from './Spinner.tsx'

type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Makes it a toggle: announced as pressed or not. */
    pressed?: boolean | undefined
    /** Its work is under way. It keeps the focus and ignores presses. */
    busy?: boolean | undefined
  }

export function Button({
  kind,
  size,
  icon,
  block,
  pressed,
  busy = false,
  className,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const look = buttonClass({ kind, size, icon, block })
  return (
    <button
      {...rest}
      type={type}
      className={className ? `${look} ${className}` : look}
      aria-pressed={pressed ?? rest['aria-pressed']}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <Spinner />}
      {busy && icon ? null : children}
    </button>
  )
}
