import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Membership } from '../../../shared/wire/people.ts'
import { importIncidentEndpoint } from '../../../shared/wire/postmortems.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import { callApi } from '../../room/callApi.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './Import.module.css'
import { ImportVerdict, type Outcome } from './ImportVerdict.tsx'
import type { IncidentReading } from './incidentReading.ts'
import { postmortemsQuery } from './postmortemsQuery.ts'
import { StartingInFields } from './StartingInFields.tsx'
import { useStartingIn } from './startingIn.ts'

type ImportManyProps = {
  readings: readonly IncidentReading[]
  places: readonly Membership[]
  onClose: () => void
}

/** Several files: what each is, and one button for all that could be read. One that is refused stops no other. */
export function ImportMany({ readings, places, onClose }: ImportManyProps) {
  const queryClient = useQueryClient()
  const choice = useStartingIn(places)
  const [isCreating, setIsCreating] = useState(false)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<IncidentReading, Outcome>>(new Map())
  const left = readings.filter((reading) => reading.read.ok && outcomes.get(reading)?.is !== 'created')
  const unreadable = readings.filter(({ read }) => !read.ok).length

  const create = async () => {
    setIsCreating(true)
    let refused: Problem | null = null
    for (const reading of left) {
      const { fileName, text } = reading
      const body = { fileName, text, ...choice.startingIn }
      const answer = await callApi(importIncidentEndpoint, { params: {}, body })
      if (!answer.ok) refused = answer.problem
      const outcome: Outcome = answer.ok ? { is: 'created' } : { is: 'refused', problem: answer.problem }
      setOutcomes((before) => new Map(before).set(reading, outcome))
    }
    await queryClient.invalidateQueries(postmortemsQuery)
    setIsCreating(false)
    if (refused) return // the rows say which and why
    showToast(`${postmortemsInWords(left.length)} created.`)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${readings.length} files`}
      description={
        unreadable === 0
          ? 'All of them can be read. Nothing is created yet.'
          : `Nothing is created yet. ${unreadable} could not be read and will be left out, unchanged.`
      }
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Close
          </Button>
          {left.length > 0 && (
            <Button kind="primary" busy={isCreating} onClick={() => void create()}>
              Create {postmortemsInWords(left.length)}
            </Button>
          )}
        </>
      }
    >
      <ul className={styles.verdicts}>
        {readings.map((reading, position) => (
          <ImportVerdict
            // biome-ignore lint/suspicious/noArrayIndexKey: files may share a name, and the list never changes
            key={position}
            reading={reading}
            outcome={outcomes.get(reading) ?? null}
          />
        ))}
      </ul>
      <StartingInFields {...choice} />
    </Dialog>
  )
}

const postmortemsInWords = (count: number) => `${count} ${count === 1 ? 'postmortem' : 'postmortems'}`
