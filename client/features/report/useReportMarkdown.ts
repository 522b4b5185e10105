import { useEffect, useMemo, useState } from 'react'
import { contentSchemaOf } from '../../../shared/content/contentDoc.ts'
import { emptyDraft } from '../../../shared/content/postmortemDraft.ts'
import type { AttachedFileId } from '../../../shared/ids.ts'
import { readReportInput } from '../../../shared/report/readReportInput.ts'
import { writeReport } from '../../../shared/report/writeReport.ts'
import { attachedFilePath } from '../../../shared/wire/attachments.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'

/** A whole report is written anew for each look at it; while people type, four times a second is often enough. */
const MS_BETWEEN_LOOKS = 250

/** The report as the server would write it now. Null until the document has arrived. */
export function useReportMarkdown(): string | null {
  const { contentDoc, postmortemId } = useRoom()
  const meeting = useMeeting()
  const [looks, setLooks] = useState(0)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onUpdate = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setLooks((before) => before + 1)
      }, MS_BETWEEN_LOOKS)
    }
    onUpdate() // what arrived between rendering and listening
    contentDoc.on('update', onUpdate)
    return () => {
      contentDoc.off('update', onUpdate)
      clearTimeout(timer)
    }
  }, [contentDoc])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each look reads the document as it is then
  return useMemo(() => {
    if (contentSchemaOf(contentDoc) === 0) return null
    const { incident } = emptyDraft('', null)
    const fileAddress = (fileId: AttachedFileId) =>
      new URL(attachedFilePath(postmortemId, fileId), location.origin).href
    return writeReport(readReportInput(contentDoc, meeting, incident, fileAddress))
  }, [contentDoc, postmortemId, meeting, looks])
}
