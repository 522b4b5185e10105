import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Returns once the file, or the folder's list of names, would survive a power cut. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
