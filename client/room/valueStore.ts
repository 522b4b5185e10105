import { useSyncExternalStore } from 'react'

/** One value that several screens read; setting an equal one wakes nobody. */
export type ValueStore<Value> = {
  get: () => Value
  set: (value: Value) => void
  subscribe: (changed: () => void) => () => void
}

export function valueStore<Value>(initial: Value): ValueStore<Value> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return
      current = value
      for (const changed of [...listeners]) changed()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

export const useValue = <Value>(store: ValueStore<Value>): Value =>
  useSyncExternalStore(store.subscribe, store.get)
