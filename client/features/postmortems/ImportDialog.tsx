import { useState } from 'react'
import type { Membership } from '../../../shared/wire/people.ts'
import { ChooseFiles } from './ChooseFiles.tsx'
import { ImportMany } from './ImportMany.tsx'
import { ImportOne } from './ImportOne.tsx'
import { readIncident } from './incidentReading.ts'
import type { GivenText } from './textOfFiles.ts'
import { UnreadableFile } from './UnreadableFile.tsx'

type ImportDialogProps = {
  /** Empty to ask for files first. */
  given: readonly GivenText[]
  places: readonly Membership[]
  onGiven: (given: readonly GivenText[]) => void
  onClose: () => void
}

/** From files to postmortems: choose, look at what was understood, create. Nothing is sent before “Create”. */
export function ImportDialog({ given, places, onGiven, onClose }: ImportDialogProps) {
  const [readings] = useState(() => given.map(readIncident))
  const [first] = readings
  const chooseAnother = () => onGiven([])

  if (!first) return <ChooseFiles onGiven={onGiven} onClose={onClose} />
  if (readings.length > 1) return <ImportMany readings={readings} places={places} onClose={onClose} />
  const { fileName, text, read } = first
  if (!read.ok) {
    return (
      <UnreadableFile
        fileName={fileName}
        problems={read.problem}
        onChooseAnother={chooseAnother}
        onClose={onClose}
      />
    )
  }
  return (
    <ImportOne
      fileName={fileName}
      text={text}
      draft={read.value}
      places={places}
      onChooseAnother={chooseAnother}
      onClose={onClose}
    />
  )
}
