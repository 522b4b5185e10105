import { useQuery } from '@tanstack/react-query'
import type { Sensitivity, Signal } from '../../shared/triage/facts.ts'
import { readTriageEndpoint } from '../../shared/wire/triage.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'
import { useRoom } from './RoomProvider.tsx'
import { useValue } from './valueStore.ts'

const nothing: readonly (Signal | Sensitivity)[] = []

/** What was known to make this incident worth more of everybody's time, when it was last decided how to review it. */
export function useTriageFacts(): readonly (Signal | Sensitivity)[] {
  const { postmortemId, connection } = useRoom()
  const isLive = useValue(connection).is === 'live'
  const { data } = useQuery({
    queryKey: ['triage', postmortemId],
    queryFn: () => orThrow(callApi(readTriageEndpoint, { params: { postmortemId } })),
    enabled: isLive,
  })
  const facts = data?.triages[0]?.facts
  return facts ? [...facts.signals, ...facts.sensitivities] : nothing
}
