import type { ContentChange } from '../../../shared/content/compareContent.ts'
import type { ContentPlace } from '../../../shared/content/place.ts'
import { numberInWords } from '../../../shared/numberInWords.ts'

const nounByRoot = {
  timeline: ['timeline event', 'timeline events'],
  cards: ['card', 'cards'],
  actionItems: ['action', 'actions'],
  roleHolders: ['role of a person', 'roles of people'],
  preparationMarks: ['mark of the preparation', 'marks of the preparation'],
  metricSeries: ['metric', 'metrics'],
  attachments: ['attachment', 'attachments'],
} as const
type Counted = keyof typeof nounByRoot

/** `two cards added, one action removed, the summary changed`; empty where nothing differs. */
export function changesInWords(changes: readonly ContentChange[]): string {
  return listed([
    ...Object.keys(nounByRoot).flatMap((root) => recordsInWords(root as Counted, changes)),
    ...proseInWords(changes),
  ])
}

function recordsInWords(root: Counted, changes: readonly ContentChange[]): string[] {
  return (['added', 'changed', 'moved', 'removed'] as const).flatMap((what) => {
    const count = changes.filter((change) => rootOf(change.place) === root && change.what === what).length
    if (count === 0) return []
    return [`${numberInWords(count)} ${nounByRoot[root][count === 1 ? 0 : 1]} ${what}`]
  })
}

function proseInWords(changes: readonly ContentChange[]): string[] {
  const prose = changes.flatMap(({ place, what }) =>
    place === 'summary' || place === 'impact' ? [`the ${place} ${what}`] : [],
  )
  const notes = changes.filter(({ place }) => rootOf(place) === 'notes').length
  const isIncident = changes.some(({ place }) => place === 'incident')
  return [
    ...prose,
    ...(isIncident ? ['what is said of the incident changed'] : []),
    ...(notes > 0
      ? [`the notes of ${notes === 1 ? 'one item' : `${numberInWords(notes)} items`} changed`]
      : []),
  ]
}

export const rootOf = (place: ContentPlace): string => place.split('/')[0] ?? ''

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
