import { useEffect, useMemo, useState } from 'react'
import { contentSchemaOf } from '../../../shared/content/contentDoc.ts'
import { emptyDraft } from '../../../shared/content/postmortemDraft.ts'
import { type BesideDocument, readReportInput } from '../../../shared/report/readReportInput.ts'
import { writeReport } from '../../../shared/report/writeReport.ts'
import { attachedFilePath } from '../../../shared/wire/attachments.ts'
import { evidenceFilePath } from '../../../shared/wire/evidence.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import type { ReportRows } from './useReportRows.ts'

/** A whole report is written anew for each look at it; while people type, four times a second is often enough. */
const MS_BETWEEN_LOOKS = 250

/** The report as the server would write it now. Null until document and rows have arrived. */
export function useReportMarkdown(rows: ReportRows | null): string | null {
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
    if (contentSchemaOf(contentDoc) === 0 || rows === null) return null
    const { incident } = emptyDraft('', null)
    const addressOf = (path: string) => new URL(path, location.origin).href
    const beside: BesideDocument = {
      ...rows,
      originalAddress: (evidenceId) => addressOf(evidenceFilePath(postmortemId, evidenceId)),
      fileAddress: (fileId) => addressOf(attachedFilePath(postmortemId, fileId)),
    }
    return writeReport(readReportInput(contentDoc, meeting, incident, beside))
  }, [contentDoc, postmortemId, meeting, rows, looks])
}
