import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import type { BesideDocument } from '../../../shared/report/readReportInput.ts'
import { evidenceQuery } from '../../room/evidenceQuery.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeetings } from '../../room/useMeetings.ts'
import { useSealedAnswers } from '../../room/useSealedAnswers.ts'
import { useValue } from '../../room/valueStore.ts'

export type ReportRows = Pick<BesideDocument, 'originals' | 'openedQuestions' | 'earlierMeetings'> & {
  /** Whether the report has more than can be read here and now. */
  isLacking: boolean
}

/** What a report tells that is in no document. Null until the server has said, as far as it can be asked. */
export function useReportRows(me: PersonId): ReportRows | null {
  const { postmortemId, connection } = useRoom()
  const { is } = useValue(connection)
  const evidence = useQuery(evidenceQuery(postmortemId))
  const answers = useSealedAnswers(me)
  const { meetings, isKnown, isPending } = useMeetings()
  const isAsking =
    (is === 'connecting' || is === 'live') && (evidence.isPending || answers.isPending || isPending)
  return useMemo(() => {
    if (isAsking) return null
    return {
      originals: evidence.data?.originals ?? null,
      openedQuestions:
        answers.data?.questions.flatMap(({ questionId, revealed }) =>
          revealed === null ? [] : [{ questionId, answers: revealed }],
        ) ?? null,
      earlierMeetings: meetings.slice(0, -1),
      isLacking: !evidence.data || !answers.data || !isKnown,
    }
  }, [isAsking, evidence.data, answers.data, meetings, isKnown])
}
