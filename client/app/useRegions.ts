import { useShortcut } from '../room/useShortcut.ts'

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), textarea, [tabindex="0"]'

/** F6 goes from region to region, in the order of the page; Shift is left to the browser's own F6. */
export function useRegions(): void {
  useShortcut('regions', goToNextRegion)
}

function goToNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.checkVisibility?.() ?? true,
  )
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + 1) % regions.length]
  if (!next) return
  const target = next.querySelector<HTMLElement>(FOCUSABLE) ?? next
  if (target === next) next.tabIndex = -1
  target.focus()
}
