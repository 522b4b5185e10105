import { markIdOf, type PreparationMark } from '../../../shared/content/preparationMarks.ts'
import { incidentRoleGuide, incidentRoles } from '../../../shared/guide/incidentRoles.ts'
import { readinessItems } from '../../../shared/readiness/readinessItems.ts'

const saying: Record<PreparationMark['says'], string> = {
  done: 'Ready, as far as we need it',
  notNeeded: 'Not needed',
  invited: 'Invited',
  yes: 'Yes',
  no: 'No',
}

/** `Not needed: A team of three.` */
export const markInWords = ({ says, reason }: PreparationMark): string =>
  reason === '' ? saying[says] : `${saying[says]}: ${reason}`

const subjects: ReadonlyMap<string, string> = new Map([
  ...readinessItems.map(({ key, title }) => [markIdOf('item', key) as string, title] as const),
  ...incidentRoles.map((role) => [markIdOf('role', role) as string, incidentRoleGuide[role].title] as const),
])

/** What it was said of; of people only what kind of thing, since a name may have changed since. */
export function subjectOfMark({ id }: PreparationMark): string {
  const known = subjects.get(id)
  if (known !== undefined) return known
  if (id.startsWith('team-')) return 'A team'
  return id.startsWith('manages-') ? 'Whether the facilitator manages anybody here' : 'A person'
}
