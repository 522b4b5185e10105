import type { GivenFile } from './evidenceMessages.ts'

/** The files somebody chose; of a folder with the path in it. */
export const chosenFiles = (files: Iterable<File>): GivenFile[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, content: file }))

export const pastedFile = (text: string): GivenFile[] => [{ path: 'Pasted text.txt', content: text }]

/** What was dropped, the files in folders as well. */
export async function droppedFiles(dropped: DataTransfer): Promise<GivenFile[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (entries.length === 0) return chosenFiles(dropped.files)
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<GivenFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) {
    const file = await new Promise<File | null>((done) => entry.file(done, () => done(null)))
    return file ? [{ path, content: file }] : [] // gone meanwhile
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const within: FileSystemEntry[] = []
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])))
    if (some.length === 0) break
    within.push(...some)
  }
  return (await Promise.all(within.map(filesIn))).flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
