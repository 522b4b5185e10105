import * as Y from 'yjs'
import type * as z from 'zod/mini'
import type { StoredRecords } from './contentDoc.ts'

/** Any client can write anything here. Null for a record this version does not understand; it stays in the document. */
export function readRecord<Value>(
  records: StoredRecords,
  id: string,
  schema: z.ZodMiniType<Value>,
): Value | null {
  const stored = records.get(id)
  if (!(stored instanceof Y.Map)) return null
  const parsed = schema.safeParse({ ...fieldsOf(stored), id })
  return parsed.success ? parsed.data : null
}

/**
 * Texts as strings, plain values as they are. Every other shared type is none of ours and reads as missing: `toJSON`
 * would follow it down, and a stranger can nest deeper than the stack is.
 */
export const fieldsOf = (stored: Y.Map<unknown>): Record<string, unknown> =>
  Object.fromEntries(
    [...stored.entries()].flatMap(([field, value]) => {
      if (value instanceof Y.Text) return [[field, value.toString()]]
      return value instanceof Y.AbstractType ? [] : [[field, value]]
    }),
  )

export function readRecords<Value>(records: StoredRecords, schema: z.ZodMiniType<Value>): Value[] {
  return [...records.keys()].flatMap((id) => readRecord(records, id, schema) ?? [])
}

/** The stored record to write to; null if someone removed it meanwhile. */
export function storedRecord(records: StoredRecords, id: string): Y.Map<unknown> | null {
  const stored = records.get(id)
  return stored instanceof Y.Map ? stored : null
}

/** A text people type into together; null if its record is gone or holds something else. */
export function textOf(records: StoredRecords, id: string, field: string): Y.Text | null {
  const text = storedRecord(records, id)?.get(field)
  return text instanceof Y.Text ? text : null
}

export type RecordView<Value> = {
  /** Changes its identity only when a record has changed; unchanged records keep theirs. */
  read: () => readonly Value[]
  subscribe: (changed: () => void) => () => void
}

/** Keeps parsed records beside the document and parses again only what changed, so a keystroke costs one record. */
export function viewRecords<Value>(
  records: StoredRecords,
  schema: z.ZodMiniType<Value>,
  inOrder: (a: Value, b: Value) => number,
): RecordView<Value> {
  const valueById = new Map<string, Value>()
  const listeners = new Set<() => void>()
  let sorted: readonly Value[] = []

  const reread = (ids: Iterable<string>) => {
    for (const id of ids) {
      const value = readRecord(records, id, schema)
      if (value === null) valueById.delete(id)
      else valueById.set(id, value)
    }
    sorted = [...valueById.values()].sort(inOrder)
  }
  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const touched = new Set<string>()
    for (const event of events) {
      if (event.target === records) for (const id of event.keys.keys()) touched.add(id)
      else touched.add(String(event.path[0]))
    }
    reread(touched)
    for (const changed of listeners) changed()
  }

  return {
    read: () => sorted,
    subscribe: (changed) => {
      if (listeners.size === 0) {
        valueById.clear()
        reread(records.keys())
        records.observeDeep(onChange as Parameters<typeof records.observeDeep>[0])
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) records.unobserveDeep(onChange as Parameters<typeof records.observeDeep>[0])
      }
    },
  }
}
