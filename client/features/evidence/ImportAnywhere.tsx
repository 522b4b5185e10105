import { useMayEdit } from '../../room/useMeeting.ts'
import { GiveAnywhere } from '../../ui/GiveAnywhere.tsx'
import { useImporting } from './EvidenceImportProvider.tsx'
import { chosenFiles, droppedFiles, pastedFile } from './givenFiles.ts'

/** Files dropped and text pasted anywhere on the page are read as evidence, as long as nothing nearer takes them. */
export function ImportAnywhere({ words = 'Drop to read' }: { words?: string }) {
  const { give } = useImporting()
  const mayEdit = useMayEdit()
  const pasted = (clipboard: DataTransfer) => {
    if (clipboard.files.length > 0) return give(chosenFiles(clipboard.files))
    const text = clipboard.getData('text/plain')
    if (text.trim() !== '') give(pastedFile(text))
  }
  return (
    <GiveAnywhere
      isDisabled={!mayEdit}
      words={words}
      onDropped={(dropped) => void droppedFiles(dropped).then(give)}
      onPasted={pasted}
    />
  )
}
