import { numberInWords } from '../../../shared/numberInWords.ts'
import { nearTime } from '../../../shared/time/nearDay.ts'
import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'

/** The page's headline: from fixed templates, computed from what is in the list. */
export function homeSentence(
  listed: readonly PostmortemSummary[],
  { now, zone }: { now: number; zone: string },
): string {
  const postmortems = listed.filter(({ waiver }) => waiver === null)
  if (listed.length > 0 && postmortems.length === 0)
    return `${said(listed.length)} log ${listed.length === 1 ? 'entry' : 'entries'}. Nothing waits for a review.`
  const countOf = (status: PostmortemSummary['status']) =>
    postmortems.filter((postmortem) => postmortem.status === status).length
  const [live, scheduled] = [countOf('live'), countOf('scheduled')]

  if (live === 1) return 'One review is live now.'
  if (live > 1) return `${said(live)} reviews are live now.`
  const all = `${said(postmortems.length)} ${postmortems.length === 1 ? 'postmortem' : 'postmortems'}.`
  const next = nextStart(postmortems, now)
  if (next !== null) return `${all} The next meeting is ${nearTime(next, now, zone)}.`
  if (scheduled === 0)
    return `${all} ${postmortems.length === 1 ? 'The team has met.' : 'All teams have met.'}`
  if (scheduled === postmortems.length) {
    return `${all} ${scheduled === 1 ? 'The team has not met yet.' : 'None has met yet.'}`
  }
  return `${all} ${said(scheduled)} ${scheduled === 1 ? 'has' : 'have'} not met yet.`
}

function nextStart(postmortems: readonly PostmortemSummary[], now: number): number | null {
  const ahead = postmortems.flatMap(({ status, startsAt }) =>
    status === 'scheduled' && startsAt !== null && startsAt > now ? [startsAt] : [],
  )
  return ahead.length === 0 ? null : Math.min(...ahead)
}

const said = (count: number) => numberInWords(count).replace(/^./, (letter) => letter.toUpperCase())
