import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { EvidenceFile } from '../../shared/evidence/readEvidence.ts'

const STANDARD_INPUT = 0

/**
 * What one argument names: a file, all files of a folder, which are read together, or `-` for what is piped in. A
 * sentence if it cannot be opened.
 */
export function evidenceFiles(path: string): EvidenceFile[] | string {
  try {
    if (path === '-') return [{ path, content: readFileSync(STANDARD_INPUT) }]
    if (!statSync(path).isDirectory()) return [fileAt(path)]
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !isHidden(relative(path, file)))
      .sort()
      .map(fileAt)
    return files.length > 0 ? files : 'is a folder without files'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ENOENT' ? 'does not exist' : `cannot be opened (${String(code ?? error)})`
  }
}

const fileAt = (path: string): EvidenceFile => ({ path, content: readFileSync(path) })

/** `.DS_Store`, `.git` and what a Mac puts beside the files of a zip. */
const isHidden = (path: string): boolean =>
  path.split(/[\\/]/).some((name) => name.startsWith('.') || name === '__MACOSX')
