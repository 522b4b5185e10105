import { useMemo } from 'react'
import { toldOf } from '../../../shared/content/incident.ts'
import { type Circumstances, type Facts, noCircumstances } from '../../../shared/triage/facts.ts'
import { useIncident } from '../../room/useIncident.ts'

/** What is known this moment, as the server would take it: the document tells the rest. Null until that has arrived. */
export function useFacts(circumstances: Circumstances = noCircumstances): Facts | null {
  const incident = useIncident()
  return useMemo(() => {
    if (incident === null) return null
    const { title: _, ...told } = toldOf(incident)
    return { ...told, ...circumstances }
  }, [incident, circumstances])
}
