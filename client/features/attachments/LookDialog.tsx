import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { PictureDialog } from './PictureDialog.tsx'
import type { OpenPicture } from './pictures.ts'
import type { Looked, Sendings } from './useSending.ts'

type LookDialogProps = {
  looked: Looked
  /** How many more wait behind it. */
  waiting: number
  sending: Pick<Sendings, 'picture' | 'asItIs'>
  open: OpenPicture
  onNext: () => void
}

/** A look at what no program can mask, before it is sent. */
export function LookDialog({ looked, waiting, sending, open, onNext }: LookDialogProps) {
  const { as, file } = looked
  if (as === 'picture') {
    return (
      <PictureDialog
        file={file}
        waiting={waiting}
        open={open}
        onAttach={(encoded) => {
          onNext()
          sending.picture(looked, encoded)
        }}
        onClose={onNext}
      />
    )
  }
  return (
    <ConfirmDialog
      title={`Attach ${file.name}?`}
      verb="Attach file"
      onConfirm={() => {
        onNext()
        sending.asItIs(looked)
      }}
      onClose={onNext}
    >
      It is no text, so nothing in it is masked. Everybody who reads this postmortem can download it as it is.
    </ConfirmDialog>
  )
}
