import { isRecord } from './jsonValues.ts'

/** Tells payloads apart by the fields they have, whatever stands in them. */
export const hasKeys = (value: unknown, ...keys: string[]): boolean =>
  isRecord(value) && keys.every((key) => Object.hasOwn(value, key))
