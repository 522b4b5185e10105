import { markIdOf, type PreparationMark } from '../content/preparationMarks.ts'
import { readItem } from './readItem.ts'
import type { ReadinessInput, Reading } from './readinessInput.ts'
import { type ReadinessGroup, type ReadinessKey, readinessItems } from './readinessItems.ts'

export type ReadinessItem = {
  key: ReadinessKey
  group: ReadinessGroup
  title: string
  state: Reading['state'] | 'notNeeded'
  note: string
  /** What somebody said of it by hand, which counts before the data; null where the data speaks. */
  mark: PreparationMark | null
}

/** Ready of those that apply. */
export type Readiness = { items: ReadinessItem[]; ready: number; started: number; applying: number }

export function readinessOf(input: ReadinessInput): Readiness {
  const markById = new Map(input.marks.map((mark) => [mark.id, mark]))
  const items = readinessItems.map(({ key, group, title }): ReadinessItem => {
    const mark = markById.get(markIdOf('item', key)) ?? null
    const shown = { key, group, title, mark }
    if (mark?.says === 'done') return { ...shown, state: 'ready', note: mark.reason || 'Marked by hand.' }
    if (mark?.says === 'notNeeded') return { ...shown, state: 'notNeeded', note: mark.reason }
    return { ...shown, mark: null, ...readItem[key](input) }
  })
  const count = (state: ReadinessItem['state']) => items.filter((item) => item.state === state).length
  return {
    items,
    ready: count('ready'),
    started: count('started'),
    applying: items.length - count('notNeeded'),
  }
}
