import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { ActionItem } from '../../shared/content/actionItems.ts'
import type { Attachment } from '../../shared/content/attachments.ts'
import type { Card } from '../../shared/content/cards.ts'
import type { MetricSeries } from '../../shared/content/metricSeries.ts'
import type { PreparationMark } from '../../shared/content/preparationMarks.ts'
import type { RecordView } from '../../shared/content/records.ts'
import type { RoleHolder } from '../../shared/content/roleHolders.ts'
import type { TimelineEvent } from '../../shared/content/timeline.ts'
import { useRoom } from './RoomProvider.tsx'

const useRecords = <Value>(view: RecordView<Value>): readonly Value[] =>
  useSyncExternalStore(view.subscribe, view.read)

/** All cards in order; an unchanged card keeps its identity, so a memoised row does not render again. */
export const useCards = (): readonly Card[] => useRecords(useRoom().cards)
export const useTimeline = (): readonly TimelineEvent[] => useRecords(useRoom().timeline)
export const useMetricSeries = (): readonly MetricSeries[] => useRecords(useRoom().metricSeries)
export const useAttachments = (): readonly Attachment[] => useRecords(useRoom().attachments)
export const useActionItems = (): readonly ActionItem[] => useRecords(useRoom().actionItems)
export const useRoleHolders = (): readonly RoleHolder[] => useRecords(useRoom().roleHolders)
export const usePreparationMarks = (): readonly PreparationMark[] => useRecords(useRoom().preparationMarks)

/** Something small read from the whole document: `useContent(readIncident)` parses again on every change. */
export function useText(text: Y.Text | null): string {
  const subscribe = useCallback(
    (changed: () => void) => {
      text?.observe(changed)
      return () => text?.unobserve(changed)
    },
    [text],
  )
  return useSyncExternalStore(subscribe, () => text?.toString() ?? '')
}
