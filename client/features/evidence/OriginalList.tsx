import { FileText } from 'lucide-react'
import type { PostmortemId } from '../../../shared/ids.ts'
import { sizeInWords } from '../../../shared/sizeInWords.ts'
import { type EvidenceOriginal, evidenceFilePath } from '../../../shared/wire/evidence.ts'
import styles from './Evidence.module.css'

type OriginalListProps = { postmortemId: PostmortemId; originals: readonly EvidenceOriginal[] }

/** What was brought so far, each to download as it was kept. */
export const OriginalList = ({ postmortemId, originals }: OriginalListProps) => (
  <ul className={styles.files} aria-label="Evidence brought so far">
    {originals.map(({ evidenceId, name, size, readCount, takenCount, by }) => (
      <li key={evidenceId}>
        <FileText size={16} aria-hidden="true" />
        <a
          href={evidenceFilePath(postmortemId, evidenceId)}
          download
          title={`Brought by ${by.name}. Download it.`}
        >
          {name}
        </a>
        <small>
          {readCount === null ? '' : `${readCount.toLocaleString('en')} read, `}
          {takenCount} taken, {sizeInWords(size)}
        </small>
      </li>
    ))}
  </ul>
)
