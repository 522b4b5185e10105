import type { ComponentProps } from 'react'
import { Button } from './Button.tsx'

/** One icon, named in words for screen readers and on hover. */
export function IconButton({
  label,
  kind = 'quiet',
  ...rest
}: { label: string } & ComponentProps<typeof Button>) {
  return <Button icon kind={kind} aria-label={label} title={label} {...rest} />
}
