import { GiveAnywhere } from '../../ui/GiveAnywhere.tsx'
import { chosenFiles, droppedFiles, pastedFile } from './givenFiles.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { ReadingPanel } from './ReadingPanel.tsx'
import type { EvidenceImport } from './useEvidenceImport.ts'

/** Files dropped and text pasted anywhere on the page are read as evidence, and then there to choose from. */
export function ImportAnywhere({ importing }: { importing: EvidenceImport }) {
  const pasted = (clipboard: DataTransfer) => {
    if (clipboard.files.length > 0) return importing.give(chosenFiles(clipboard.files))
    const text = clipboard.getData('text/plain')
    if (text.trim() !== '') importing.give(pastedFile(text))
  }
  return (
    <>
      <GiveAnywhere
        onDropped={(dropped) => void droppedFiles(dropped).then(importing.give)}
        onPasted={pasted}
      />
      {importing.shows === 'reading' && <ReadingPanel importing={importing} />}
      {importing.shows === 'preview' && <ImportPreview importing={importing} />}
    </>
  )
}
