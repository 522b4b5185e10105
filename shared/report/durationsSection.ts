import type { Incident } from '../content/incident.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import { lengthInWords } from '../time/lengthInWords.ts'
import { momentWithDay } from '../time/momentInWords.ts'
import { type Duration, type DurationInput, durations } from '../timeline/durations.ts'
import { markdownTable } from './markdownTable.ts'

export function durationsSection(incident: Incident, timeline: readonly TimelineEvent[]): string {
  const inputInWords = ({ name, moment, from }: DurationInput) => {
    if (!moment) return `${name}: not recorded`
    const source = from === 'timeline' ? ' (first on the timeline)' : ''
    return `${name}: ${momentWithDay(moment, incident.zone)}${source}`
  }
  const rows = durations(incident, timeline).map((duration) => [
    duration.name,
    resultInWords(duration),
    duration.formula,
    duration.inputs.map(inputInWords).join('; '),
  ])
  return `## Durations\n\n${markdownTable(['Duration', 'Result', 'Formula', 'From'], rows)}`
}

function resultInWords(duration: Duration): string {
  return 'minutes' in duration ? lengthInWords(duration.minutes) : `Cannot be computed: ${duration.reason}.`
}
