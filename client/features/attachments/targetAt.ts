import type { AttachTarget } from '../../../shared/content/attachments.ts'
import { attachTarget } from '../../../shared/content/attachments.ts'

/** The card, the event or the notes an element stands in, and their own element. */
export function targetAt(element: Element | null): { target: AttachTarget; row: HTMLElement } | null {
  const row = element?.closest<HTMLElement>('[data-card], [data-event], [data-passage^="notes."]')
  if (!row) return null
  const { card, event, passage = '' } = row.dataset
  const said =
    card !== undefined
      ? { on: 'card', id: card }
      : event !== undefined
        ? { on: 'event', id: event }
        : { on: 'notes', id: passage.slice('notes.'.length) }
  const target = attachTarget.safeParse(said)
  return target.success ? { target: target.data, row } : null
}
