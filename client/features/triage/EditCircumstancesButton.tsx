import { useState } from 'react'
import type { KnownCircumstances } from '../../../shared/wire/triage.ts'
import { Button } from '../../ui/Button.tsx'
import { EditCircumstances } from './EditCircumstances.tsx'

export function EditCircumstancesButton({ known }: { known: KnownCircumstances }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" kind="quiet" onClick={() => setOpen(true)}>
        Change<span className="vh"> what it was like</span>
      </Button>
      {isOpen && <EditCircumstances known={known} onClose={() => setOpen(false)} />}
    </>
  )
}
