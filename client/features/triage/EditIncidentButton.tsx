import { type ReactNode, useState } from 'react'
import { useIncident } from '../../room/useIncident.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { EditIncident } from './EditIncident.tsx'

/** For whoever may write. */
export function EditIncidentButton({ children }: { children: ReactNode }) {
  const incident = useIncident()
  const mayEdit = useMayEdit()
  const [isOpen, setOpen] = useState(false)
  if (!incident || !mayEdit) return null
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && <EditIncident incident={incident} onClose={() => setOpen(false)} />}
    </>
  )
}
