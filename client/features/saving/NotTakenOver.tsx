import { useRoom } from '../../room/RoomProvider.tsx'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './NotTakenOver.module.css'
import { inOnePiece, WrittenTexts } from './WrittenTexts.tsx'

/** For someone who lost the right to write while writing: the page shows the meeting as it is, and here is their text. */
export function NotTakenOver() {
  const { aside, dropAside } = useRoom()
  const texts = useValue(aside)
  if (texts.length === 0) return null
  return (
    <div className={styles.notice}>
      <Notice
        tone="late"
        role="alert"
        title="What you wrote last was not taken over"
        actions={
          <>
            {texts.length > 1 && <CopyButton text={inOnePiece(texts)} label="Copy all" size="sm" />}
            <Button size="sm" kind="quiet" onClick={dropAside}>
              Done with it
            </Button>
          </>
        }
      >
        <p>It had not reached the server when you could no longer write here. It is kept on this device.</p>
        <WrittenTexts texts={texts} />
      </Notice>
    </div>
  )
}
