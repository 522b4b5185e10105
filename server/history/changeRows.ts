import type { DatabaseSync } from 'node:sqlite'
import type { ContentPlace } from '../../shared/content/place.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { WritersOfPlace } from '../../shared/wire/history.ts'

/** That a person changed a piece of the content after a checkpoint. `personId` is null where nobody can tell. */
export type ContentChangeBy = {
  postmortemId: PostmortemId
  afterCheckpoint: number
  place: ContentPlace
  personId: PersonId | null
}

const NOBODY_KNOWN = ''

/** Once for each person and piece, however often they change it. */
export function storeChanges(database: DatabaseSync, changes: readonly ContentChangeBy[]): void {
  const add = database.prepare(
    `INSERT OR IGNORE INTO content_changes (postmortem_id, after_checkpoint, place, person_id)
     VALUES (?, ?, ?, ?)`,
  )
  for (const { postmortemId, afterCheckpoint, place, personId } of changes)
    add.run(postmortemId, afterCheckpoint, place, personId ?? NOBODY_KNOWN)
}

export function readWritersSince(
  database: DatabaseSync,
  postmortemId: PostmortemId,
  checkpoint: number,
): WritersOfPlace[] {
  const rows = database
    .prepare(
      `SELECT DISTINCT place, person_id FROM content_changes
       WHERE postmortem_id = ? AND after_checkpoint >= ? ORDER BY place, person_id`,
    )
    .all(postmortemId, checkpoint)
  const writersByPlace = new Map<string, WritersOfPlace>()
  for (const row of rows) {
    // Only places and ids are written to these columns.
    const place = String(row.place) as ContentPlace
    const writers = writersByPlace.get(place) ?? { place, people: [], isIncomplete: false }
    writersByPlace.set(place, writers)
    if (row.person_id === NOBODY_KNOWN) writers.isIncomplete = true
    else writers.people.push(String(row.person_id) as PersonId)
  }
  return [...writersByPlace.values()]
}
