import type { TimelineEventId } from '../../../shared/ids.ts'

/** The last event above a height on the screen, `exceptId` left out; null above all of them. */
export function rowAbove(
  section: HTMLElement | null,
  y: number,
  exceptId?: TimelineEventId,
): TimelineEventId | null {
  const rows = [...(section?.querySelectorAll<HTMLElement>('[data-event]') ?? [])]
  const above = rows.findLast((row) => {
    const { top, height } = row.getBoundingClientRect()
    return row.dataset.event !== exceptId && top + height / 2 < y
  })
  return (above?.dataset.event as TimelineEventId | undefined) ?? null // the row writes its own id there
}
