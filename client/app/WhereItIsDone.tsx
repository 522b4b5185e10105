import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReadinessKey } from '../../shared/readiness/readinessItems.ts'

const route = getRouteApi('/person/p/$postmortemId')

/** Done on this page, in the part with this heading; everything else is written on the meeting’s. */
const among: Partial<Record<ReadinessKey, string>> = {
  title: 'incident',
  when: 'incident',
  severity: 'incident',
  services: 'incident',
  commander: 'people',
  responders: 'people',
  changes: 'evidence',
  tickets: 'evidence',
  alertsFired: 'evidence',
  telemetry: 'evidence',
  chat: 'evidence',
  escalation: 'evidence',
  statusPage: 'evidence',
  mitigation: 'draft-timeline',
  recovery: 'draft-timeline',
  timeline: 'draft-timeline',
}

/** The way to where a thing of the checklist is done. */
export function WhereItIsDone({ itemKey, title }: { itemKey: ReadinessKey; title: string }) {
  const params = route.useParams()
  const hash = among[itemKey]
  return hash ? (
    <Link to="/p/$postmortemId/prepare" params={params} hash={hash}>
      {title}
    </Link>
  ) : (
    <Link to="/p/$postmortemId" params={params}>
      {title}
    </Link>
  )
}
