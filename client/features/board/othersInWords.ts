import type { OthersOn } from './useOthersOn.ts'

const firstWord = (name: string) => name.split(' ')[0] ?? name

/** “Tomás is editing”, “Tomás and Noor are editing”; in the past once the connection is lost. Null for nobody. */
export function othersInWords(
  { editing, dragging }: OthersOn,
  written: string,
  isLive: boolean,
): string | null {
  const names = [...new Set(editing.map(({ person }) => firstWord(person.name)))]
  const [mover] = dragging
  if (names.length === 0) {
    return mover ? `${firstWord(mover.person.name)} ${isLive ? 'is' : 'was'} moving this` : null
  }
  const doing = written.trim() === '' ? 'writing' : 'editing'
  const who = names.length > 2 ? `${names.length} people` : names.join(' and ')
  const verb = names.length > 1 ? (isLive ? 'are' : 'were') : isLive ? 'is' : 'was'
  return `${who} ${verb} ${doing}`
}
