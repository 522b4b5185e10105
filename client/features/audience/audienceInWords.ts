import type { Audience } from '../../../shared/wire/access.ts'

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

/** Who is in it is told to colleagues only; a guest is told that it is not everyone. */
export function audienceInWords({ isRestricted, personIds, teamIds }: Audience): string {
  if (!isRestricted) return 'The whole workspace may read this postmortem.'
  const readers = [
    ...counted(personIds.length, 'person', 'people'),
    ...counted(teamIds.length, 'team', 'teams'),
  ]
  if (readers.length === 0) return 'Only some may read this postmortem.'
  return `Only ${readers.join(' and ')} of the workspace may read this postmortem.`
}
