import { noAnswers } from '../evidenceDraft.ts'
import { noContext } from '../writing/timingOf.ts'
import { cellTiming } from './cellTiming.ts'
import { columnOf, columnsOf } from './columnNames.ts'
import type { Table } from './readTable.ts'

export type JiraColumns = {
  key: number
  summary: number | null
  created: number | null
  resolved: number | null
  reporter: number | null
  description: number | null
  project: number | null
  comments: number[]
}

const names = {
  key: 'issue key|key|work item key|vorgangsschlussel|schlussel|cle de ticket|cle|clave de incidencia|clave|chiave|chave da item|chave|issuesleutel|sleutel|ключ запроса|код задачи|課題キー|キー'.split(
    '|',
  ),
  summary:
    'summary|zusammenfassung|resume|resumen|riepilogo|resumo|samenvatting|sammanfattning|podsumowanie|тема|сводка|要約'.split(
      '|',
    ),
  created:
    'created|erstellt|creation|cree|creee|creada|creado|creato|criado|criada|gemaakt|aangemaakt|skapad|utworzono|создано|дата создания|作成日'.split(
      '|',
    ),
  resolved:
    'resolved|resolution date|erledigt|gelost|resolu|resolue|resuelta|risolto|resolvido|opgelost|решено|дата решения|解決日'.split(
      '|',
    ),
  reporter:
    'reporter|creator|autor|ersteller|berichterstatter|rapporteur|informador|segnalatore|relator|melder|rapportor|zglaszajacy|автор|報告者'.split(
      '|',
    ),
  description:
    'description|beschreibung|descripcion|descrizione|descricao|beschrijving|beskrivning|opis|описание|説明'.split(
      '|',
    ),
  project:
    'project key|project name|project|projektschlussel|projekt|projet|proyecto|progetto|projeto|プロジェクト'.split(
      '|',
    ),
  comments: [
    'comment',
    'comments',
    'kommentar',
    'kommentare',
    'commentaire',
    'comentario',
    'commento',
    'opmerking',
    'комментарий',
    'コメント',
  ],
}

const issueKey = /^[A-Z][A-Z0-9_]{1,20}-\d+$/
/** `11/Mar/26 10:40 AM;712020:ab;text` */
export const jiraComment = /^([^;\n]{6,40}\d[^;\n]{0,12});([^;\n]{0,200});([\s\S]*)$/

/** `11/Mar/26 10:50 AM;712020:ab;shot.png;https://…` */
const attachment = /^[^;\n]*;[^;\n]*;[^;\n]*;https?:\/\/\S+$/
const isComment = (cell: string): boolean => {
  const [, written = ''] = jiraComment.exec(cell) ?? []
  return !attachment.test(cell) && holdsTime(written)
}
/** Numbers of issues look like the days of a spreadsheet. */
const holdsTime = (cell: string): boolean =>
  /\D/.test(cell) && cellTiming(cell, noContext, noAnswers) !== null
/** Of these, a timeline that names issues has one. */
const ofTimelines = ['time', 'timestamp', 'date', 'when', 'datetime', 'date time']

/** Where things stand in a Jira export, in any language: keys, dates and comments show what they are. Null if it is none. */
export function jiraColumns({ header, rows }: Table): JiraColumns | null {
  const samples = rows.slice(0, 50)
  const isMostly = (column: number, is: (cell: string) => boolean) => {
    const cells = samples.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter(is).length * 2 > cells.length
  }
  const those = (is: (cell: string) => boolean) =>
    header.flatMap((_, column) => (isMostly(column, is) ? [column] : []))
  const byContent = those((cell) => issueKey.test(cell))
  const named = columnOf(header, names.key)
  const key = named !== null && byContent.includes(named) ? named : byContent[0]
  if (key === undefined) return null
  const comments = those(isComment)
  const summary = columnOf(header, names.summary)
  // Of the dates of an issue, Jira puts that of its creation first.
  const isTimeline = columnOf(header, ofTimelines) !== null
  const created = columnOf(header, names.created) ?? (isTimeline ? null : (those(holdsTime)[0] ?? null))
  if ((created === null && comments.length === 0) || !isOfJira()) return null
  const all = new Set([...comments, ...columnsOf(header, names.comments)])
  return {
    key,
    summary: summary ?? (key === 0 ? null : 0), // its first column, unless someone chose others
    created,
    resolved: columnOf(header, names.resolved),
    reporter: columnOf(header, names.reporter),
    description: columnOf(header, names.description),
    project: columnOf(header, names.project),
    comments: [...all].sort((a, b) => a - b),
  }

  function isOfJira(): boolean {
    return summary !== null || named !== null || comments.length > 0
  }
}
