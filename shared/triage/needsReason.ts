import type { Verdict } from './recommend.ts'
import { isWaived, type ReviewFormat } from './reviewFormats.ts'

/** To leave what is suggested, or to waive a review where nothing was suggested, takes a sentence that is kept. */
export const needsReason = (verdict: Verdict | null, format: ReviewFormat): boolean =>
  verdict === null ? isWaived(format) : verdict.format !== format
