import { createContext, type ReactNode, use } from 'react'
import { ImportPreview } from './ImportPreview.tsx'
import { ReadingPanel } from './ReadingPanel.tsx'
import type { StartReader } from './startReader.ts'
import { type EvidenceImport, useEvidenceImport } from './useEvidenceImport.ts'

const Importing = createContext<EvidenceImport | null>(null)

type EvidenceImportProviderProps = { start?: StartReader; children: ReactNode }

/** What is being imported goes on while its person looks at another part of the postmortem. */
export function EvidenceImportProvider({ start, children }: EvidenceImportProviderProps) {
  const importing = useEvidenceImport(start)
  return (
    <Importing value={importing}>
      {children}
      {importing.shows === 'reading' && <ReadingPanel importing={importing} />}
      {importing.shows === 'preview' && <ImportPreview importing={importing} />}
    </Importing>
  )
}

export function useImporting(): EvidenceImport {
  const importing = use(Importing)
  if (!importing) throw new Error('useImporting needs an EvidenceImportProvider above it.')
  return importing
}
