import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
} from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { isScrolledByPage } from './isScrolledByPage.ts'

/** Shorter lists are all on the page, where the browser's own search finds everything. */
export const LONG_FROM = 200
const USUAL_HEIGHT = 44
const BEYOND_WINDOW = 12

export type LongList = {
  height: number
  /** Where a row stands, in px from the top of the list. */
  rows: { index: number; top: number }[]
  measure: (row: HTMLElement | null) => void
}

type LongListOptions = {
  count: number
  keyOf: (index: number) => string
  /** Rows that stay although they are out of sight, so that focus and words being typed stay with them. */
  pinned: readonly number[]
  isOn: boolean
}

/** The rows of a list to draw: those in sight, of thousands. In the meeting the timeline around it scrolls, elsewhere the page. */
export function useLongList(list: RefObject<HTMLElement | null>, options: LongListOptions): LongList {
  const { count, keyOf, pinned, isOn } = options
  const [around, setAround] = useState<{ element: HTMLElement; isPage: boolean } | null>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), ...pinned])].sort((a, b) => a - b),
    [pinned],
  )
  const shared = {
    count,
    getItemKey: keyOf,
    estimateSize: () => USUAL_HEIGHT,
    overscan: BEYOND_WINDOW,
    scrollMargin,
    rangeExtractor,
  }
  const inPage = useWindowVirtualizer({ ...shared, enabled: isOn && around?.isPage === true })
  const inElement = useVirtualizer<HTMLElement, HTMLElement>({
    ...shared,
    getScrollElement: () => around?.element ?? null,
    enabled: isOn && around?.isPage === false,
  })
  const virtualizer = around?.isPage ? inPage : inElement

  useLayoutEffect(() => {
    const element = list.current?.closest('section')
    if (!isOn || !element) return
    const isPage = isScrolledByPage(element)
    setAround({ element, isPage })
    const look = () => {
      if (!list.current) return
      const scrolled = isPage ? window.scrollY : element.scrollTop - element.getBoundingClientRect().top
      setScrollMargin(Math.round(list.current.getBoundingClientRect().top + scrolled))
    }
    look()
    const resized = new ResizeObserver(look) // whatever stands above it may open or close
    for (const part of element.children) resized.observe(part)
    return () => resized.disconnect()
  }, [list, isOn])

  return {
    height: virtualizer.getTotalSize(),
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - scrollMargin })),
    measure: virtualizer.measureElement,
  }
}
