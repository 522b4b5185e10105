import type { ReviewFormat } from './reviewFormats.ts'

/** The headline: `Meet live, for an hour.` */
export function verdictInWords({ format, minutes }: { format: ReviewFormat; minutes: number }): string {
  switch (format) {
    case 'full':
      return `Meet live, for ${lengths[minutes] ?? `${minutes} minutes`}.`
    case 'short':
      return 'Meet briefly, for half an hour.'
    case 'async':
      return 'Write it together, without a meeting.'
    case 'logEntry':
      return 'Keep a log entry.'
    case 'none':
      return 'No review, only the reason.'
  }
}

const lengths: Record<number, string> = {
  30: 'half an hour',
  60: 'an hour',
  90: 'an hour and a half',
  120: 'two hours',
}

/** What is said once after each change. */
export const verdictSpoken = (verdict: { format: ReviewFormat; minutes: number }): string =>
  `We suggest: ${verdictInWords(verdict).replace(/^./, (letter) => letter.toLowerCase())}`
