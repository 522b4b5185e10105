import type { ReactNode } from 'react'
import styles from './Glyph.module.css'

/** Shape first, colour second: each kind of statement and each stance can be told apart without colour. */
const drawings = {
  fact: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  interpretation: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8Z" fill="currentColor" />
    </>
  ),
  question: (
    <circle
      cx="6"
      cy="6"
      r="4.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.3 2.3"
    />
  ),
  wentWell: <path d="M6 1.7 11 10.2H1Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  luck: (
    <path
      d="M6 .9 7.3 4.700 11.1 6 7.3 7.300 6 11.1 4.7 7.300.9 6l3.800-1.300Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
  parked: (
    <path
      d="M3 1.600h6v8.800L6 8.100l-3 2.300Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  agree: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
  unsure: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 2a4 4 0 0 0 0 8Z" fill="currentColor" />
    </>
  ),
  differently: <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
} satisfies Record<string, ReactNode>

export type GlyphKind = keyof typeof drawings

/** Always beside the word for what it shows, so it is not read aloud. */
export const Glyph = ({ kind, size = 11 }: { kind: GlyphKind; size?: number }) => (
  <svg className={styles[kind]} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
    {drawings[kind]}
  </svg>
)
