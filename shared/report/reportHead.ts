import type { Incident } from '../content/incident.ts'
import { momentWithDay } from '../time/momentInWords.ts'
import { zoneInWords } from '../time/zoneInWords.ts'
import { oneLine } from './prose.ts'

export function reportHead({ title, severity, services, times, zone }: Incident): string {
  const when = (moment: typeof times.started) => (moment ? momentWithDay(moment, zone) : 'not recorded')
  const facts = [
    severity ?? 'Severity not set',
    services.length > 0 ? `Services: ${services.map(oneLine).join(', ')}` : 'No services named',
    `Started: ${when(times.started)}`,
    `Resolved: ${when(times.resolved)}`,
    `Times in ${oneLine(zoneInWords(zone, []))}`,
  ]
  return `# ${oneLine(title) || 'Untitled postmortem'}\n\n${facts.join(' · ')}`
}
