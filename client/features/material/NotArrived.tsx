import { numberInWords } from '../../../shared/numberInWords.ts'
import type { PossibleRecipient } from '../../../shared/wire/material.ts'
import { Notice } from '../../ui/Notice.tsx'

const MOST_NAMED = 3

/** Whose mail did not go out, for whoever can send it again. */
export function NotArrived({ people }: { people: readonly PossibleRecipient[] }) {
  const failed = people.filter(({ state }) => state === 'failed').map(({ name }) => name)
  if (failed.length === 0) return null
  const more = failed.length - MOST_NAMED
  const named = more > 0 ? [...failed.slice(0, MOST_NAMED), `${numberInWords(more)} more`] : failed
  const names = [named.slice(0, -1).join(', '), named.at(-1)].filter((part) => part !== '').join(' and ')
  return (
    <Notice
      tone="late"
      role="status"
      title={failed.length === 1 ? 'One mail did not go out.' : `${failed.length} mails did not go out.`}
    >
      {names}: the mail server did not take it. The others have theirs. Send it again; it goes to those who
      have not got it.
    </Notice>
  )
}
