import { Notice } from '../../ui/Notice.tsx'

/** Said before it is waived once more. */
export const WaivedBefore = ({ services }: { services: readonly string[] }) => (
  <Notice
    tone="late"
    role="status"
    title={`This is at least the third waiver for ${services.join(', ')} in 90 days.`}
  >
    Each may have been small. Together they may be worth a review.
  </Notice>
)
