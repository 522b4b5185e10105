import type { PointerEvent as ReactPointerEvent } from 'react'
import { isScrolledByPage } from './isScrolledByPage.ts'

/** Less is a press with an unsteady hand. */
const DRAG_FROM_PX = 4
const EDGE_PX = 56
const MOST_PX_A_FRAME = 18
/** What lies over the end of the page on a phone. */
const DOCK_PX = 130

export type Pointer = { x: number; y: number }
type Drag = {
  /** Never beyond what is in sight; asked again for the same place while the timeline scrolls beneath it. */
  onOver: (pointer: Pointer) => void
  onEnd: (isDropped: boolean) => void
}

/** Follows a press on a handle over the rows of the timeline, which scrolls by itself at its edges. Escape gives up. */
export function dragOverTimeline(press: ReactPointerEvent<HTMLElement>, { onOver, onEnd }: Drag): void {
  const { currentTarget: handle, pointerId, button } = press
  const section = handle.closest('section')
  if (!section || button !== 0) return
  press.preventDefault() // or the drag would select the words it passes
  handle.focus({ preventScroll: true })
  handle.setPointerCapture(pointerId)
  const start = { x: press.clientX, y: press.clientY }
  let pointer = start
  let isDragging = false
  let frame = 0
  const listening = new AbortController()
  const { signal } = listening

  const over = () => {
    const { from, to } = sightOf(section)
    onOver({ x: pointer.x, y: Math.max(from, Math.min(to - EDGE_PX, pointer.y)) })
  }
  const scroll = () => {
    const by = scrollStep(section, pointer.y)
    if (by !== 0) {
      if (isScrolledByPage(section)) window.scrollBy(0, by)
      else section.scrollTop += by
      over()
    }
    frame = requestAnimationFrame(scroll)
  }
  const end = (isDropped: boolean) => {
    listening.abort()
    cancelAnimationFrame(frame)
    if (handle.hasPointerCapture(pointerId)) handle.releasePointerCapture(pointerId)
    if (!isDragging) return
    ignoreClick()
    onEnd(isDropped)
  }
  const onMove = (move: PointerEvent) => {
    if (move.pointerId !== pointerId) return
    pointer = { x: move.clientX, y: move.clientY }
    if (!isDragging && Math.hypot(pointer.x - start.x, pointer.y - start.y) < DRAG_FROM_PX) return
    if (!isDragging) frame = requestAnimationFrame(scroll)
    isDragging = true
    over()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }
  // On the window: the handle may leave the page while it is held.
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', (up) => up.pointerId === pointerId && end(true), { signal })
  window.addEventListener('pointercancel', (gone) => gone.pointerId === pointerId && end(false), { signal })
  window.addEventListener('keydown', onKeyDown, { signal, capture: true })
}

/** Letting go of a handle after a drag is no press on it. */
function ignoreClick(): void {
  const ignore = (click: Event) => {
    click.preventDefault()
    click.stopPropagation()
  }
  window.addEventListener('click', ignore, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', ignore, { capture: true }), 0)
}

/** From where to where the timeline is in sight, in px of the screen. */
function sightOf(section: HTMLElement): { from: number; to: number } {
  const { top, bottom } = section.getBoundingClientRect()
  const end = window.innerHeight - (section.closest('[data-phone]') ? DOCK_PX : 0)
  return { from: Math.max(top, 0), to: Math.min(bottom, end) }
}

/** How far to scroll in this frame, in px: the nearer the edge, or beyond it, the farther. */
function scrollStep(section: HTMLElement, y: number): number {
  const { from, to } = sightOf(section)
  const past = y < from + EDGE_PX ? y - from - EDGE_PX : y > to - EDGE_PX ? y - to + EDGE_PX : 0
  return Math.round((Math.max(-EDGE_PX, Math.min(EDGE_PX, past)) / EDGE_PX) * MOST_PX_A_FRAME)
}
