import {
  describeIncident,
  type Incident,
  type IncidentChange,
  readIncident,
} from '../../../shared/content/incident.ts'
import type { Room } from '../../room/room.ts'

/** Writes what has changed since it was `before`. A service somebody else named meanwhile stays. */
export function writeIncident(
  { contentDoc, origin, undo }: Pick<Room, 'contentDoc' | 'origin' | 'undo'>,
  before: Incident,
  { services, ...change }: IncidentChange,
): void {
  const now = readIncident(contentDoc)?.services ?? []
  undo.stopCapturing()
  describeIncident(
    contentDoc,
    { ...change, ...(services && { services: merged(before.services, services, now) }) },
    origin,
  )
  undo.stopCapturing()
}

const merged = (before: readonly string[], after: readonly string[], now: readonly string[]): string[] => {
  const removed = before.filter((service) => !after.includes(service))
  return [...new Set([...now.filter((service) => !removed.includes(service)), ...after])]
}
