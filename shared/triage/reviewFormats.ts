import * as z from 'zod/mini'

/** From the least of everybody's time to the most. */
export const reviewFormats = ['none', 'logEntry', 'async', 'short', 'full'] as const
export const reviewFormat = z.enum(reviewFormats)
export type ReviewFormat = z.infer<typeof reviewFormat>

/** Nobody meets or writes together: what happened stays in the list, with the reason. */
export const isWaived = (format: ReviewFormat): boolean => format === 'none' || format === 'logEntry'

export const formatWords: Record<ReviewFormat, { name: string; about: string }> = {
  full: { name: 'Full live meeting', about: 'Timeline, causes and actions together' },
  short: { name: 'Short review', about: '30 minutes. Enough where the cause is settled' },
  async: { name: 'Async review', about: 'Written over three days, one owner, one deadline' },
  logEntry: { name: 'Log entry', about: 'A paragraph, so that a later pattern can be seen' },
  none: { name: 'No review', about: 'Nothing to look into. Only the reason is kept' },
}
