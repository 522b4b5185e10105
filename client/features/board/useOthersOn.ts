import { useMemo } from 'react'
import type { CardId } from '../../../shared/ids.ts'
import { type PresentBrowser, useBrowsersWhere } from '../../room/usePresence.ts'

export type OthersOn = { editing: readonly PresentBrowser[]; dragging: readonly PresentBrowser[] }

const isEditing = ({ editing }: PresentBrowser, id: CardId) => editing?.in === 'card' && editing.id === id

/** Who else writes in this card, and who is moving it. */
export function useOthersOn(id: CardId): OthersOn {
  const browsers = useBrowsersWhere((browser) => browser.dragging === id || isEditing(browser, id))
  return useMemo(
    () => ({
      editing: browsers.filter((browser) => isEditing(browser, id)),
      dragging: browsers.filter(({ dragging }) => dragging === id),
    }),
    [browsers, id],
  )
}
