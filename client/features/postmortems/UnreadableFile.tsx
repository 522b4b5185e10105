import type { FileProblem } from '../../../shared/evidence/incidentFile.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Import.module.css'

const MOST_SHOWN = 8

type UnreadableFileProps = {
  fileName: string
  problems: readonly FileProblem[]
  onChooseAnother: () => void
  onClose: () => void
}

export const UnreadableFile = ({ fileName, problems, onChooseAnother, onClose }: UnreadableFileProps) => (
  <Dialog
    open
    onClose={onClose}
    title="That file could not be read."
    description={<span className={styles.fileName}>{fileName}</span>}
    footer={
      <>
        <Button kind="quiet" onClick={onClose}>
          Close
        </Button>
        <Button kind="primary" onClick={onChooseAnother}>
          Choose another file
        </Button>
      </>
    }
  >
    <ul className={styles.problems}>
      {problems.slice(0, MOST_SHOWN).map(({ path, problem }) => (
        <li key={`${path} ${problem}`}>
          <code>{path}</code> {problem}
        </li>
      ))}
    </ul>
    {problems.length > MOST_SHOWN && (
      <p className={styles.more}>and {problems.length - MOST_SHOWN} more like these</p>
    )}
    <p className={styles.safe}>Nothing was created, and the file is unchanged.</p>
  </Dialog>
)
