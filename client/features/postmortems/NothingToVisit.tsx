import { EmptyState } from '../../ui/EmptyState.tsx'
import { HorizonDrawing } from '../../ui/HorizonDrawing.tsx'

/** A guest who is not let in yet. */
export const NothingToVisit = () => (
  <EmptyState level={1} title="There is nothing for you to read yet." drawing={<HorizonDrawing />}>
    You are here as a guest. Once the team lets you in, the meeting shows here and at the link you were given.
  </EmptyState>
)
