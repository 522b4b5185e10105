import type { ContentCopy } from './contentCopy.ts'
import { isSame } from './notesCopy.ts'
import { type ContentPlace, type RecordRoot, recordRoots } from './place.ts'

export type ContentChange = {
  place: ContentPlace
  what: 'added' | 'removed' | 'changed' | 'moved'
  /** Which of a record’s fields differ; none where the record is new or gone. */
  fields: readonly string[]
}

/** What it took to get from one copy to the other. What either of them had to leave out is passed over in silence. */
export function compareContent(then: ContentCopy, now: ContentCopy): ContentChange[] {
  const leftOut = new Set<string>(then.leftOut)
  const isKnown = ({ place }: ContentChange) => !leftOut.has(place) && !leftOut.has(place.split('/')[0] ?? '')
  const incident = then.incident && fieldsChanged(then.incident, now.incident ?? {})
  const prose = (['summary', 'impact'] as const).filter((place) => then[place] !== now[place])
  const changes: ContentChange[] = [
    ...(incident && incident.length > 0
      ? [{ place: 'incident', what: 'changed', fields: incident } as const]
      : []),
    ...prose.map((place) => ({ place, what: whatOfProse(then[place], now[place]), fields: [] })),
    ...recordRoots.flatMap((root) => compareLists(root, byId(then[root]), byId(now[root]))),
    ...compareLists('notes', byItem(then), byItem(now)),
  ]
  return changes.filter(isKnown)
}

function whatOfProse(then: string, now: string): ContentChange['what'] {
  if (then === '') return 'added'
  return now === '' ? 'removed' : 'changed'
}

type Piece = Record<string, unknown>

const byId = (records: readonly ({ id: string } & Piece)[]): Map<string, Piece> =>
  new Map(records.map((record) => [record.id, record]))
const byItem = ({ notes }: ContentCopy): Map<string, Piece> =>
  new Map(notes.map(({ itemId, nodes }) => [itemId, { nodes }]))

function compareLists(
  root: RecordRoot | 'notes',
  then: Map<string, Piece>,
  now: Map<string, Piece>,
): ContentChange[] {
  const changes: ContentChange[] = []
  for (const [id, before] of then) {
    const after = now.get(id)
    const fields = after ? fieldsChanged(before, after) : []
    const place: ContentPlace = `${root}/${id}`
    if (!after) changes.push({ place, what: 'removed', fields })
    else if (fields.length > 0) changes.push({ place, what: isMove(fields) ? 'moved' : 'changed', fields })
  }
  for (const id of now.keys())
    if (!then.has(id)) changes.push({ place: `${root}/${id}`, what: 'added', fields: [] })
  return changes
}

/** Where a record stands among others: a card's column and order, an action's order. */
const standing = ['place', 'key']

const isMove = (fields: readonly string[]): boolean => fields.every((field) => standing.includes(field))

const fieldsChanged = (before: Piece, after: Piece): string[] =>
  Object.keys(before).filter((field) => !isSame(before[field], after[field]))
