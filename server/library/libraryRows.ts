import type { DatabaseSync } from 'node:sqlite'
import type { PersonId } from '../../shared/ids.ts'
import type { LibraryEntry } from '../../shared/library/findInLibrary.ts'
import { readableByPerson } from '../people/reading.ts'

const MOST_WORDS = 8

/** Once any of its meetings has begun, it was met about. */
const kindOf = `CASE
  WHEN t.format IN ('none', 'logEntry') THEN 'logEntry'
  WHEN EXISTS (SELECT 1 FROM meetings AS m WHERE m.postmortem_id = p.postmortem_id AND m.status <> 'scheduled') THEN 'held'
  WHEN t.format = 'async' THEN 'async'
  ELSE 'toMeet' END`
const isDone = `(t.format IN ('none', 'logEntry') OR 'ended' = (
  SELECT m.status FROM meetings AS m WHERE m.postmortem_id = p.postmortem_id ORDER BY m.number DESC LIMIT 1))`

/** In its title, services, the reason for how it is reviewed or its id; or somebody of this name took part. */
const holds = (position: number) => `(
  instr(folded(p.title || ' ' || p.services || ' ' || coalesce(t.reason, '') || ' ' || p.postmortem_id), :word${position}) > 0
  OR p.postmortem_id IN (
    SELECT m.postmortem_id FROM people AS n JOIN meeting_entries AS e ON e.sender = n.person_id
    JOIN meetings AS m ON m.meeting_id = e.meeting_id WHERE instr(folded(n.name), :word${position}) > 0))`

export type LibraryRows = {
  /** Everything this person may read that holds all of the words: what is to come first, the newest incident first. */
  holding: (reader: PersonId, words: string, now: number) => LibraryEntry[]
}

export function createLibraryRows(database: DatabaseSync): LibraryRows {
  // SQLite itself knows small letters only of the English alphabet.
  database.function('folded', { deterministic: true }, (text) => folded(String(text)))
  const statements = new Map<number, ReturnType<DatabaseSync['prepare']>>()
  const statementFor = (count: number) => {
    const known = statements.get(count)
    if (known) return known
    const made = database.prepare(
      `SELECT p.postmortem_id AS postmortemId, ${kindOf} AS kind, p.severity AS severity, p.services AS services
       FROM postmortems AS p LEFT JOIN triages AS t ON t.number =
         (SELECT max(number) FROM triages WHERE triages.postmortem_id = p.postmortem_id)
       WHERE ${readableByPerson} ${Array.from({ length: count }, (_, at) => `AND ${holds(at)}`).join(' ')}
       ORDER BY coalesce(${isDone}, 0), coalesce(p.incident_started_at, p.created_at) DESC, p.rowid DESC`,
    )
    statements.set(count, made)
    return made
  }
  return {
    holding: (person, words, now) => {
      const asked = folded(words).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
      const named = Object.fromEntries(asked.map((word, at) => [`word${at}`, word]))
      return statementFor(asked.length)
        .all({ person, now, ...named })
        .map((row) => ({
          // What is written to these columns was parsed on its way there; once more for each row takes a third of the time.
          postmortemId: String(row.postmortemId) as LibraryEntry['postmortemId'],
          kind: String(row.kind) as LibraryEntry['kind'],
          severity: row.severity as LibraryEntry['severity'],
          services: JSON.parse(String(row.services)) as LibraryEntry['services'],
        }))
    },
  }
}

/** Small letters without accents: `Tomás` is found by `tomas`. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
