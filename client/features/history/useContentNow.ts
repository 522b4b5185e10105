import { useEffect, useMemo, useState } from 'react'
import { type ContentCopy, copyContent } from '../../../shared/content/contentCopy.ts'
import { contentSchemaOf } from '../../../shared/content/contentDoc.ts'
import { useRoom } from '../../room/RoomProvider.tsx'

/** The whole content is read for each look at it; while people type, twice a second is often enough. */
const MS_BETWEEN_LOOKS = 500

/** The content as it is now. Null until the document has arrived. */
export function useContentNow(): ContentCopy | null {
  const { contentDoc } = useRoom()
  const [looks, setLooks] = useState(0)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onUpdate = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setLooks((before) => before + 1)
      }, MS_BETWEEN_LOOKS)
    }
    contentDoc.on('update', onUpdate)
    return () => {
      contentDoc.off('update', onUpdate)
      clearTimeout(timer)
    }
  }, [contentDoc])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each look reads the document as it is then
  return useMemo(
    () => (contentSchemaOf(contentDoc) === 0 ? null : copyContent(contentDoc)),
    [contentDoc, looks],
  )
}
