import * as z from 'zod/mini'

export const recordRoots = [
  'timeline',
  'cards',
  'actionItems',
  'roleHolders',
  'preparationMarks',
  'metricSeries',
  'attachments',
] as const
export type RecordRoot = (typeof recordRoots)[number]

/** One piece of the content, as people would name it: a card, the notes of an agenda item, the summary. */
export type ContentPlace = 'incident' | 'summary' | 'impact' | `${RecordRoot | 'notes'}/${string}`

const pieces = new RegExp(`^(incident|summary|impact|(${[...recordRoots, 'notes'].join('|')})/[\\w-]{1,64})$`)

export const contentPlace = z.custom<ContentPlace>((value) => typeof value === 'string' && pieces.test(value))
